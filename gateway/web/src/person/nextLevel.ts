import type { Explanation } from "../api/questions";

/** The level after the confirmed one, or the highest one for who has it; the first for who has none. */
export function nextLevel(level: Pick<Explanation, "confirmed" | "levels">) {
  const at = level.levels.findIndex((one) => one.level === level.confirmed);
  return level.levels[Math.min(at + 1, level.levels.length - 1)];
}
