import { useWords } from "../text/useWords";
import type { Form, Given } from "./drafts";

/** An answer in words. */
export function useAnswerText(form: Form) {
  const { t, of, number } = useWords();
  return (given: Given | null | undefined): string => {
    if (given?.answer === "VALUE" && given.value != null) {
      const step = form.scale.steps.find((one) => one.value === Math.floor(given.value ?? 0));
      return step ? `${number(given.value)} · ${of(step.name)}` : number(given.value);
    }
    const named = form.answers.find((one) => one.answer === given?.answer);
    return named ? of(named.name) : t("review.noAnswer");
  };
}
