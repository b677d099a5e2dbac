import { Button, Checkbox, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useWords } from "../text/useWords";
import { useAnswerText } from "./answerText";
import type { AnswerKind, Conflict, Form, FormSkill, Given } from "./drafts";

type Props = {
  form: Form;
  skill: FormSkill;
  given: Given;
  conflict: Conflict | undefined;
  change: (part: Given) => void;
  settle: (mine: boolean) => void;
  next: () => void;
};

/** Keys beside those of the steps. */
const KEYS: Record<string, AnswerKind> = { "0": "DOES_NOT_APPLY", n: "NOT_SURE", y: "NOT_YET" };

export function SkillAnswer({ form, skill, given, conflict, change, settle, next }: Props) {
  const { t, of, day, number } = useWords();
  const text = useAnswerText(form);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const whole = given.value == null ? undefined : Math.floor(given.value);
  const between = given.value != null && !Number.isInteger(given.value);
  const canBetween = form.scale.step < 1 && whole !== undefined && whole < form.scale.max;
  const others = form.answers.filter((one) => one.answer !== "VALUE");

  const keys = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = form.scale.steps.find((one) => String(one.value) === event.key);
    const answer = KEYS[event.key.toLowerCase()];
    if (step) change({ answer: "VALUE", value: step.value });
    else if (answer) change({ answer, value: null });
    else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) next();
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts beside the form's own controls
    <div onKeyDown={keys}>
      <h2 ref={heading} tabIndex={-1} className="review-skill">
        {of(skill.name)}
      </h2>
      <p>{of(skill.description)}</p>
      {skill.last && (
        <p className="quiet">
          {t("review.last", { day: day(skill.last.observedOn), answer: text(skill.last) })}
          {skill.last.comment && ` “${skill.last.comment}”`}
        </p>
      )}
      {conflict && (
        <div role="alert" className="conflict">
          <p>{t("review.conflict")}</p>
          <Button size="compact-sm" onClick={() => settle(true)}>
            {t("review.keepMine", { answer: text(given) })}
          </Button>{" "}
          <Button size="compact-sm" variant="default" onClick={() => settle(false)}>
            {t("review.takeStored", { answer: text(conflict.stored) })}
          </Button>
        </div>
      )}
      <fieldset className="choices">
        <legend className="sr">{of(skill.name)}</legend>
        {form.scale.steps.map((step) => (
          <label key={step.value} className="choice">
            <input
              type="radio"
              name={skill.skill}
              checked={given.answer === "VALUE" && whole === step.value}
              onChange={() => change({ answer: "VALUE", value: step.value })}
            />
            <span>
              <strong>
                {step.value} · {of(step.name)}
              </strong>
              {skill.last?.answer === "VALUE" && Math.floor(skill.last.value ?? 0) === step.value && (
                <span className="badge">{t("review.lastMark")}</span>
              )}
              <br />
              {of(skill.behaviours.find((one) => one.step === step.value)?.text)}
            </span>
          </label>
        ))}
        <div className="other-choices">
          {others.map((one) => (
            <label key={one.answer} className="choice">
              <input
                type="radio"
                name={skill.skill}
                checked={given.answer === one.answer}
                onChange={() => change({ answer: one.answer, value: null })}
              />
              <span>{of(one.name)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {canBetween && (
        <Checkbox
          label={t("review.between", { low: number(whole), high: number(whole + 1) })}
          checked={between}
          onChange={(event) => change({ value: event.currentTarget.checked ? whole + form.scale.step : whole })}
        />
      )}
      <Textarea
        label={t("review.comment")}
        description={t("review.commentText")}
        autosize
        minRows={2}
        maxLength={2000}
        value={given.comment ?? ""}
        onChange={(event) => change({ comment: event.currentTarget.value || null })}
      />
      {skill.evidence.length > 0 && (
        <>
          <h3>{t("review.evidence")}</h3>
          <ul className="list">
            {skill.evidence.map((one) => (
              <li key={one.id}>
                {one.link ? (
                  <a href={one.link} target="_blank" rel="noreferrer">
                    {one.title}
                  </a>
                ) : (
                  <span>{one.title}</span>
                )}
                <span className="quiet">{day(one.observedOn)}</span>
                {one.verified && <span className="badge MET">{t("review.verified")}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet keys">{t("review.keys")}</p>
    </div>
  );
}
