import { expect, test } from "vitest";
import { en } from "./en";
import { zh } from "./zh";

function paths(texts: object, below = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" ? paths(value, `${below}${key}.`) : [`${below}${key}`],
  );
}

test("every text exists in both languages", () => {
  expect(paths(zh).sort()).toEqual(
    paths(en)
      .filter((path) => !path.endsWith("_one"))
      .sort(),
  );
});
