import { useWords } from "../text/useWords";
import { type Conflict, type Form, type Given, isAnswered } from "./drafts";

type Props = {
  form: Form;
  answers: Record<string, Given>;
  conflicts: Record<string, Conflict>;
  current: string | undefined;
  go: (skill: string) => void;
};

/** Every skill by category, with what is answered; on a phone folded away. */
export function SkillList({ form, answers, conflicts, current, go }: Props) {
  const { t, of } = useWords();
  const categories = Map.groupBy(form.skills, (one) => one.category);
  return (
    <nav aria-label={t("review.skills")} className="review-skills">
      {[...categories.values()].map((skills) => {
        const answered = skills.filter((one) => isAnswered(answers[one.skill])).length;
        return (
          <details key={skills[0]?.category} open={skills.some((one) => one.skill === current)}>
            <summary>
              {of(skills[0]?.categoryName)}{" "}
              <span className="quiet">
                {answered}/{skills.length}
              </span>
            </summary>
            <ul>
              {skills.map((one) => (
                <li key={one.skill}>
                  <button
                    type="button"
                    className="plain"
                    aria-current={one.skill === current ? "step" : undefined}
                    onClick={() => go(one.skill)}
                  >
                    <span aria-hidden="true">{sign(one.skill)}</span> {of(one.name)}
                    <span className="sr">{said(one.skill)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <button
        type="button"
        className="plain check"
        aria-current={current === undefined ? "step" : undefined}
        onClick={() => go("")}
      >
        {t("review.check")}
      </button>
    </nav>
  );

  function sign(skill: string) {
    if (conflicts[skill]) return "⚠";
    return isAnswered(answers[skill]) ? "✓" : "○";
  }

  function said(skill: string) {
    if (conflicts[skill]) return t("review.conflictMark");
    return isAnswered(answers[skill]) ? t("review.answered") : t("review.open");
  }
}
