import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { review as route } from "../routes";
import { LinkButton } from "../shell/LinkButton";
import { useWords } from "../text/useWords";
import { type Form, isAnswered } from "./drafts";
import { SavedMark } from "./SavedMark";
import { SkillAnswer } from "./SkillAnswer";
import { SkillList } from "./SkillList";
import { Submit } from "./Submit";
import { useDraft } from "./useDraft";

export function ReviewForm({ form, etag }: { form: Form; etag: string }) {
  const { t, of, day } = useWords();
  const navigate = useNavigate();
  const { skill: chosen } = route.useSearch();
  const draft = useDraft(form, etag);
  const [done, setDone] = useState(false);
  const at = form.skills.findIndex((one) => one.skill === chosen);
  const checking = chosen === "" || form.skills.length === 0;
  const current = checking ? undefined : form.skills[Math.max(at, 0)];
  const answered = form.skills.filter((one) => isAnswered(draft.answers[one.skill])).length;
  const go = (skill: string) =>
    void navigate({
      to: "/reviews/$subject/$kind",
      params: { subject: form.subject, kind: form.kind },
      search: { skill },
    });
  const step = (by: number) => {
    const next = form.skills[Math.max(at, 0) + by];
    go(next ? next.skill : "");
  };

  if (done) {
    return (
      <section className="card state" role="status">
        <h2>{t("review.submitted")}</h2>
        <p>{form.kind === "SELF" ? t("review.submittedSelf") : t("review.submittedText")}</p>
        <LinkButton to={form.kind === "SELF" ? "/me" : "/"}>
          {form.kind === "SELF" ? t("start.openLevel") : t("notFound.button")}
        </LinkButton>
      </section>
    );
  }
  return (
    <>
      <div className="review-head">
        <span>
          {of(form.roleName)} · {of(form.frameworkName)}
          {form.cycle && ` · ${t("review.cycle", { cycle: of(form.cycle.name), day: day(form.cycle.to) })}`}
        </span>
        <span className="quiet">{t("review.progress", { done: answered, all: form.skills.length })}</span>
        <SavedMark saving={draft.saving} />
      </div>
      <progress className="progress" max={form.skills.length} value={answered} aria-label={t("review.progressLabel")} />
      <div className="review">
        <SkillList form={form} answers={draft.answers} conflicts={draft.conflicts} current={current?.skill} go={go} />
        {current ? (
          <section className="card">
            <SkillAnswer
              key={current.skill}
              form={form}
              skill={current}
              given={draft.answers[current.skill] ?? {}}
              conflict={draft.conflicts[current.skill]}
              change={(part) => draft.change(current.skill, part)}
              settle={(mine) => draft.settle(current.skill, mine)}
              next={() => step(1)}
            />
            <div className="review-steps">
              <Button variant="default" disabled={at <= 0} onClick={() => step(-1)}>
                {t("review.previous")}
              </Button>
              <Button onClick={() => step(1)}>
                {at === form.skills.length - 1 ? t("review.check") : t("review.next")}
              </Button>
            </div>
          </section>
        ) : (
          <Submit form={form} draft={draft} go={go} done={() => setDone(true)} />
        )}
      </div>
    </>
  );
}
