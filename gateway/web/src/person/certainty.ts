/** Chances in words; the limits are where readers' understanding of such words usually changes. */
const words = [
  [0.95, "almostCertain"],
  [0.8, "veryLikely"],
  [0.6, "likely"],
  [0.4, "open"],
  [0.1, "unlikely"],
] as const;

export function certaintyOf(p: number) {
  return words.find(([from]) => p >= from)?.[1] ?? "veryUnlikely";
}
