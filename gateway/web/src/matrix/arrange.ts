import type { MatrixColumn } from "../api/questions";
import { keyOf, type Row } from "./cells";
import type { View } from "./view";

/** A skill, or the skills of a collapsed category. */
export type Column = { key: string; category: string; column: MatrixColumn | null; keys: string[] };
type Compare = (a: string, b: string) => number;
type Named = { zh: string; en: string } | null | undefined;

export function columnsOf(
  skills: MatrixColumn[],
  rows: Row[],
  view: View,
  words: { compare: Compare; of: (text: Named) => string },
  categoryOrder: (id: string) => number,
): Column[] {
  const open = (skill: MatrixColumn) => rows.some((row) => row.cells.get(keyOf(skill))?.status === "NOT_MET");
  const byName = (a: MatrixColumn, b: MatrixColumn) => words.compare(words.of(a.name), words.of(b.name));
  const shown = skills
    .filter((skill) => !view.gaps || open(skill))
    .sort(view.flat ? byName : (a, b) => categoryOrder(a.category) - categoryOrder(b.category) || byName(a, b));
  const columns: Column[] = [];
  for (const skill of shown) {
    if (view.flat || !view.shut?.includes(skill.category)) {
      columns.push({ key: keyOf(skill), category: skill.category, column: skill, keys: [keyOf(skill)] });
    } else {
      const shut = columns.find((one) => one.category === skill.category);
      if (shut) shut.keys.push(keyOf(skill));
      else
        columns.push({
          key: `category:${skill.category}`,
          category: skill.category,
          column: null,
          keys: [keyOf(skill)],
        });
    }
  }
  return columns;
}

export function arrange(
  rows: Row[],
  view: View,
  levels: string[],
  words: { compare: Compare; of: (text: Named) => string },
): Row[] {
  const wanted = view.name?.toLocaleLowerCase();
  const matches = ({ person }: Row) =>
    !wanted || [person.name?.zh, person.name?.en].some((name) => name?.toLocaleLowerCase().includes(wanted));
  const byName = (a: Row, b: Row) => words.compare(words.of(a.person.name), words.of(b.person.name));
  const value = (row: Row) =>
    view.sort === "level"
      ? levels.indexOf(row.person.confirmed ?? "")
      : (row.cells.get(view.sort ?? "")?.mean ?? Number.NEGATIVE_INFINITY);
  const by = !view.sort || view.sort === "name" ? byName : (a: Row, b: Row) => value(a) - value(b) || byName(a, b);
  const sorted = rows.filter((row) => matches(row) && (!view.gaps || row.gaps > 0)).sort(by);
  return view.down ? sorted.reverse() : sorted;
}

/** Neighbouring columns of one category, for the head above them. */
export function groupsOf(columns: Column[]) {
  const groups: { category: string; from: number; count: number; shut: boolean }[] = [];
  columns.forEach((column, i) => {
    const last = groups.at(-1);
    if (last?.category === column.category) last.count++;
    else groups.push({ category: column.category, from: i, count: 1, shut: column.column === null });
  });
  return groups;
}
