import type { State } from "../api/questions";

/** One character per state, always beside a word or a legend. */
export const stateMark: Record<State, string> = {
  CONFIRMED: "✓",
  PROPOSE: "↑",
  LIKELY: "↗",
  REVIEW: "↓",
  EVIDENCE_DUE: "?",
  UNRATED: "",
  HUMAN_REVIEW: "◇",
};
