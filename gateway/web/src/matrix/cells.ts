import type { Matrix, MatrixColumn, MatrixPerson } from "../api/questions";

export type Cell = {
  mean: number | null;
  status: "MET" | "NOT_MET" | "UNKNOWN" | null;
  required: number | null;
  gap: number | null;
  staleOn: string | null;
  expiresOn: string | null;
  flags: string[];
};

export type Row = { person: MatrixPerson; cells: Map<string, Cell>; gaps: number };

export type Mark = "gap" | "unknown" | "self" | "contested" | "soon";

const SOON = 90 * 24 * 3600 * 1000; // milliseconds

export const keyOf = (column: MatrixColumn) => `${column.framework}/${column.skill}`;

/** On the wire a cell is an array in the order of cellFields, which keeps large teams small. */
export function rowsOf(matrix: Matrix): Row[] {
  return matrix.people.map((person) => {
    const cells = new Map<string, Cell>();
    let gaps = 0;
    (person.cells as unknown as (unknown[] | null)[]).forEach((values, i) => {
      const column = matrix.skills[i];
      if (!values || !column) return;
      const cell = Object.fromEntries(matrix.cellFields.map((field, at) => [field, values[at]])) as unknown as Cell;
      cells.set(keyOf(column), { ...cell, flags: cell.flags ?? [] });
      if (cell.status === "NOT_MET") gaps++;
    });
    return { person, cells, gaps };
  });
}

export function marksOf(cell: Cell, asOf: string): Mark[] {
  const marks: Mark[] = [];
  if (cell.status === "NOT_MET") marks.push("gap");
  if (cell.status === "UNKNOWN" || cell.mean === null) marks.push("unknown");
  if (cell.flags.includes("CLAIMED")) marks.push("self");
  if (cell.flags.includes("CONTRADICTION")) marks.push("contested");
  const ends = [cell.staleOn, cell.expiresOn].filter((day): day is string => Boolean(day)).sort()[0];
  if (cell.flags.includes("STALE") || (ends && Date.parse(ends) - Date.parse(asOf) <= SOON)) marks.push("soon");
  return marks;
}

/** Always printed beside the colour. */
export const signs: Record<Mark, string> = { gap: "◤", unknown: "▒", self: "◦", contested: "⚑", soon: "┄" };

/** 1 to 5 for the colour of an estimate. */
export const shadeOf = (mean: number) => Math.min(5, Math.max(1, Math.round(mean)));
