import { expect, test } from "vitest";
import { certaintyOf } from "./certainty";
import { nextLevel } from "./nextLevel";

const levels = ["junior", "mid", "senior"].map((level) => ({ level })) as never;

test("the level after the confirmed one comes next", () => {
  expect(nextLevel({ confirmed: "junior", levels })?.level).toBe("mid");
});

test("who has no level is compared with the first, who has the highest with the highest", () => {
  expect(nextLevel({ confirmed: null, levels })?.level).toBe("junior");
  expect(nextLevel({ confirmed: "senior", levels })?.level).toBe("senior");
});

test("a ladder without levels has no next one", () => {
  expect(nextLevel({ confirmed: null, levels: [] })).toBeUndefined();
});

test("chances become words at their limits", () => {
  expect([0.95, 0.8, 0.6, 0.4, 0.1, 0].map(certaintyOf)).toEqual([
    "almostCertain",
    "veryLikely",
    "likely",
    "open",
    "unlikely",
    "veryUnlikely",
  ]);
});
