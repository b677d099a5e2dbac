import { expect, test } from "vitest";
import type { Matrix } from "../api/questions";
import { arrange, columnsOf, groupsOf } from "./arrange";
import { marksOf, rowsOf } from "./cells";
import { readView } from "./view";

const name = (zh: string, en: string) => ({ zh, en });
const words = {
  compare: (a: string, b: string) => a.localeCompare(b),
  of: (text?: { en: string } | null) => text?.en ?? "",
};

const matrix = {
  team: "t",
  name: name("组", "Team"),
  asOf: "2026-11-23",
  cellFields: ["mean", "status", "required", "gap", "staleOn", "expiresOn", "flags"],
  skills: [
    { framework: "f", skill: "maths", name: name("数学", "Maths"), category: "base" },
    { framework: "f", skill: "code", name: name("编程", "Code"), category: "base" },
    { framework: "f", skill: "pruning", name: name("剪枝", "Pruning"), category: "speed" },
  ],
  people: [
    {
      engineer: "1",
      name: name("王伟", "Wang Wei"),
      confirmed: "senior",
      cells: [[4.2, "MET", 3, 1.2, null, null, []], [2, "NOT_MET", 3, -1, "2026-12-24", null, ["CLAIMED"]], null],
    },
    {
      engineer: "2",
      name: name("李娜", "Li Na"),
      confirmed: "junior",
      cells: [[3, "MET", 3, 0, null, null, ["CONTRADICTION"]], [null, "UNKNOWN", 3, null, null, null, []], null],
    },
  ],
  together: [],
} as unknown as Matrix;
const rows = rowsOf(matrix);
const people = (view: object) => arrange(rows, view, ["junior", "senior"], words).map((row) => row.person.engineer);
const columns = (view: object) => columnsOf(matrix.skills, rows, view, words, (id) => ["base", "speed"].indexOf(id));

test("cells say what is missing, claimed, contested and running out", () => {
  const marks = rows.flatMap((row) => [...row.cells.values()].map((cell) => marksOf(cell, matrix.asOf)));
  expect(marks).toEqual([[], ["gap", "self", "soon"], ["contested"], ["unknown"]]);
});

test("what runs out after ninety days is not marked", () => {
  const cell = {
    mean: 3,
    status: "MET",
    required: 3,
    gap: 0,
    staleOn: "2027-02-22",
    expiresOn: null,
    flags: [],
  } as const;
  expect(marksOf({ ...cell, flags: [] }, "2026-11-23")).toEqual([]);
});

test("people sort by name, level and skill, both ways", () => {
  expect(people({})).toEqual(["2", "1"]);
  expect(people({ sort: "level", down: true })).toEqual(["1", "2"]);
  expect(people({ sort: "f/maths" })).toEqual(["2", "1"]);
});

test("filters by either name, and by gaps", () => {
  expect(people({ name: "王" })).toEqual(["1"]);
  expect(people({ name: "li" })).toEqual(["2"]);
  expect(people({ gaps: true })).toEqual(["1"]);
  expect(columns({ gaps: true }).map((one) => one.key)).toEqual(["f/code"]);
});

test("a collapsed category is one column", () => {
  const shut = columns({ shut: ["base"] });
  expect(shut.map((one) => one.key)).toEqual(["category:base", "f/pruning"]);
  expect(groupsOf(shut)).toEqual([
    { category: "base", from: 0, count: 1, shut: true },
    { category: "speed", from: 1, count: 1, shut: false },
  ]);
});

test("an address with nonsense shows the plain matrix", () => {
  const { team, ...rest } = readView({ team: "a", gaps: "perhaps", shut: "base", sort: 3 });
  expect(team).toBe("a");
  expect(Object.values(rest).filter((value) => value !== undefined)).toEqual([]);
});
