import { describe, expect, test } from "vitest";
import { outdated } from "./news";

describe("what an event makes old", () => {
  test("a level: the matrix, and of one person alone what is said about that person", () => {
    expect(outdated({ event: "level", data: '{"engineer":"e1"}' })).toEqual([
      ["matrix"],
      ["proposals"],
      ["explanation", "e1"],
      ["history", "e1"],
    ]);
  });

  test("a notice: what waits", () => {
    expect(outdated({ event: "inbox", data: "{}" })).toContainEqual(["inbox"]);
  });

  test("too much was missed: everything", () => {
    expect(outdated({ event: "reload", data: "{}" })).toBeNull();
  });
});
