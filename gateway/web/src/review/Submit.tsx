import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Refused } from "../api/refused";
import { useWords } from "../text/useWords";
import { type Form, isAnswered, type Problem, submitDraft } from "./drafts";
import type { useDraft } from "./useDraft";

type Props = {
  form: Form;
  draft: ReturnType<typeof useDraft>;
  go: (skill: string) => void;
  done: () => void;
};

/** What is missing, what the review means, and the last word. */
export function Submit({ form, draft, go, done }: Props) {
  const { t, of } = useWords();
  const questions = useQueryClient();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const missing = form.skills.filter((one) => !isAnswered(draft.answers[one.skill]));
  const unsettled = Object.keys(draft.conflicts).length > 0;
  const name = (skill: string | undefined) => of(form.skills.find((one) => one.skill === skill)?.name);

  const submit = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await draft.save();
      const found = await submitDraft(form, draft.etag.current);
      setProblems(found);
      if (found.length === 0) {
        void questions.invalidateQueries();
        done();
      }
    } catch (failure) {
      setRefused(failure instanceof Refused ? failure.detail : t("failure.offline"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="card">
      <h2>{t("review.check")}</h2>
      <p>{form.kind === "SELF" ? t("review.meansSelf") : t("review.meansOther")}</p>
      {missing.length > 0 && (
        <>
          <h3>{t("review.missing", { count: missing.length })}</h3>
          <ul className="list">
            {missing.map((one) => (
              <li key={one.skill}>
                <button type="button" className="plain" onClick={() => go(one.skill)}>
                  {of(one.name)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length === 0 && <p>{t("review.complete")}</p>}
      {unsettled && (
        <p role="alert" className="failed">
          {t("review.unsettled")}
        </p>
      )}
      {problems.length > 0 && (
        <div role="alert">
          <h3>{t("review.problems", { count: problems.length })}</h3>
          <ul className="list">
            {problems.map((one) => (
              <li key={`${one.skill} ${one.detail}`}>
                {one.skill && (
                  <button type="button" className="plain" onClick={() => go(one.skill ?? "")}>
                    {name(one.skill)}
                  </button>
                )}
                <span>{one.detail}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {refused && (
        <p role="alert" className="failed">
          {refused}
        </p>
      )}
      <div className="review-steps">
        <Button loading={busy} disabled={unsettled} onClick={() => void submit()}>
          {t("review.submit")}
        </Button>
      </div>
    </section>
  );
}
