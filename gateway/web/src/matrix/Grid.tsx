import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useState } from "react";
import type { Matrix } from "../api/questions";
import { stateMark } from "../person/LevelMark";
import type { useNames } from "../person/levelNames";
import { useWords } from "../text/useWords";
import { type Column, groupsOf } from "./arrange";
import { CellBox } from "./CellBox";
import { keyOf, type Row } from "./cells";
import type { View } from "./view";

const ROW = 36;
const CELL = 52;
const HEAD = { least: 88, most: 220 }; // upright names in up to three lines
const GROUP = 28;
const NARROW = 600;

/** Pixels for a name in two lines, the longest word in one, and the arrow of a sorted column. */
function heightOf(name: string) {
  const length = (text: string) => [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 12.5 : 6.6), 0);
  return Math.ceil(Math.max(length(name) / 2 + 32, ...name.split(" ").map(length)) + 24);
}

type Props = {
  ref: RefObject<HTMLDivElement | null>;
  matrix: Matrix;
  rows: Row[];
  columns: Column[];
  view: View;
  names: ReturnType<typeof useNames>;
  set: (change: Partial<View>, replace?: boolean) => void;
  open: (engineer: string) => void;
};

/**
 * Only what is in sight is in the document, both ways, so that thousands of people scroll smoothly. The grid itself
 * keeps the focus and names the active cell, which therefore may come and go.
 */
export function Grid({ ref, matrix, rows, columns, view, names, set, open }: Props) {
  const { t, of, number } = useWords();
  const narrow = window.innerWidth < NARROW;
  const nameWidth = narrow ? 116 : 180;
  const levelWidth = narrow ? 68 : 104;
  const left = nameWidth + levelWidth;
  const groups = view.flat ? [] : groupsOf(columns);
  const nameOf = (column: Column) => (column.column ? of(column.column.name) : names.category(column.category));
  const nameHeight = Math.min(HEAD.most, Math.max(HEAD.least, ...columns.map((column) => heightOf(nameOf(column)))));
  const head = nameHeight + (groups.length > 0 ? GROUP : 0);
  // row -1 is the head, columns 0 and 1 are name and level
  const [active, setActive] = useState({ row: 0, column: 0 });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: head,
    scrollPaddingEnd: ROW,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => ref.current,
    estimateSize: () => CELL,
    overscan: 4,
    scrollPaddingStart: left,
  });
  const width = left + columns.length * CELL;
  const sight = across.getVirtualItems();
  const id = (row: number, column: number) => `cell-${row}-${column}`;
  const mark = (row: number, column: number) =>
    active.row === row && active.column === column ? { "data-active": true } : {};

  const move = (row: number, column: number) => {
    const to = {
      row: Math.max(-1, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length + 1, column)),
    };
    setActive(to);
    if (to.row >= 0) down.scrollToIndex(to.row);
    if (to.column > 1) across.scrollToIndex(to.column - 2);
  };

  const sortBy = (sort: string) =>
    set({ sort, down: view.sort === sort || (!view.sort && sort === "name") ? !view.down || undefined : undefined });

  const enter = (row: number, column: number) => {
    const person = rows[row]?.person.engineer;
    const at = columns[column - 2];
    if (row < 0)
      return sortBy(column === 0 ? "name" : column === 1 ? "level" : (at?.column && keyOf(at.column)) || "name");
    if (!person) return;
    if (column < 2) return open(person);
    if (at?.column) set({ person, skill: at.column.skill });
    else if (at) toggle(at.category);
  };

  const toggle = (category: string) => {
    const shut = view.shut ?? [];
    const after = shut.includes(category) ? shut.filter((one) => one !== category) : [...shut, category];
    set({ shut: after.length > 0 ? after : undefined });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((ref.current?.clientHeight ?? 0) / ROW) - 4);
    const { row, column } = active;
    const last = columns.length + 1;
    const targets = new Map([
      ["ArrowUp", [row - 1, column]],
      ["ArrowDown", [row + 1, column]],
      ["ArrowLeft", [row, column - 1]],
      ["ArrowRight", [row, column + 1]],
      ["PageUp", [Math.max(0, row - page), column]],
      ["PageDown", [row + page, column]],
      ["Home", [event.ctrlKey ? 0 : row, 0]],
      ["End", [event.ctrlKey ? rows.length - 1 : row, last]],
    ]);
    if (event.target !== ref.current) return;
    const [toRow, toColumn] = targets.get(event.key) ?? [];
    if (toRow !== undefined && toColumn !== undefined) move(toRow, toColumn);
    else if (event.key === "Enter" || event.key === " ") enter(row, column);
    else if (event.key === "Escape") set({ person: undefined, skill: undefined });
    else return;
    event.preventDefault();
  };

  const click = (row: number, column: number) => () => {
    setActive({ row, column });
    enter(row, column);
  };
  const sorted = (key: string) =>
    (view.sort ?? "name") === key ? (view.down ? "descending" : "ascending") : undefined;
  const arrow = (key: string) => (sorted(key) ? (view.down ? " ↓" : " ↑") : "");

  return (
    <div
      ref={ref}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={t("matrix.grid", { team: of(matrix.name) })}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 2}
      aria-activedescendant={id(active.row, active.column)}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ width, height: head + down.getTotalSize() + ROW, position: "relative" }}>
        <div role="row" aria-rowindex={1} className="grid-head" style={{ width, height: head }}>
          <div className="corner" role="presentation" style={{ width: left, height: head }}>
            {(["name", "level"] as const).map((key, column) => (
              <div
                key={key}
                id={id(-1, column)}
                role="columnheader"
                aria-colindex={column + 1}
                aria-sort={sorted(key)}
                className="cell head-cell"
                style={{ width: column === 0 ? nameWidth : levelWidth }}
                onClick={click(-1, column)}
                {...mark(-1, column)}
              >
                {t(`matrix.${key}`)}
                {arrow(key)}
              </div>
            ))}
          </div>
          {groups
            .filter((group) => sight.some((one) => one.index >= group.from && one.index < group.from + group.count))
            .map((group) => (
              <div
                key={`${group.category}-${group.from}`}
                role="presentation"
                className="group"
                title={`${names.category(group.category)}: ${t(group.shut ? "matrix.expand" : "matrix.collapse")}`}
                style={{ left: left + group.from * CELL, width: group.count * CELL, height: GROUP }}
                onClick={() => toggle(group.category)}
              >
                <span>
                  {group.shut ? "▸" : "▾"} {names.category(group.category)}
                </span>
              </div>
            ))}
          {sight.map((at) => {
            const column = columns[at.index];
            if (!column) return null;
            return (
              <div
                key={column.key}
                id={id(-1, at.index + 2)}
                role="columnheader"
                aria-colindex={at.index + 3}
                aria-sort={column.column ? sorted(keyOf(column.column)) : undefined}
                className="cell skill-head"
                title={nameOf(column)}
                style={{ left: left + at.start, width: CELL, top: head - nameHeight, height: nameHeight }}
                onClick={column.column ? click(-1, at.index + 2) : () => toggle(column.category)}
                {...mark(-1, at.index + 2)}
              >
                <span>
                  {nameOf(column)}
                  {column.column && arrow(keyOf(column.column))}
                </span>
              </div>
            );
          })}
        </div>
        {down.getVirtualItems().map((line) => {
          const row = rows[line.index];
          if (!row) return null;
          const { person } = row;
          return (
            <div
              key={person.engineer}
              role="row"
              aria-rowindex={line.index + 2}
              className="grid-row"
              style={{ width, height: ROW, transform: `translateY(${head + line.start}px)` }}
            >
              <div
                id={id(line.index, 0)}
                role="rowheader"
                aria-colindex={1}
                className="cell name-cell"
                style={{ width: nameWidth }}
                title={of(person.name)}
                onClick={click(line.index, 0)}
                {...mark(line.index, 0)}
              >
                {of(person.name)}
              </div>
              <div
                id={id(line.index, 1)}
                role="gridcell"
                tabIndex={-1}
                aria-colindex={2}
                className="cell level-cell"
                style={{ width: levelWidth, left: nameWidth }}
                title={person.state ? t(`state.${person.state}`) : ""}
                onClick={click(line.index, 1)}
                {...mark(line.index, 1)}
              >
                {names.level(person.confirmed) ?? "–"}{" "}
                {person.state && (
                  <b className={person.state} role="img" aria-label={t(`state.${person.state}`)}>
                    {stateMark[person.state]}
                  </b>
                )}
              </div>
              {sight.map((at) => {
                const column = columns[at.index];
                if (!column) return null;
                return (
                  <CellBox
                    key={column.key}
                    id={id(line.index, at.index + 2)}
                    row={row}
                    column={column}
                    asOf={matrix.asOf}
                    index={at.index}
                    style={{ left: left + at.start, width: CELL, height: ROW }}
                    active={active.row === line.index && active.column === at.index + 2}
                    chosen={view.person === person.engineer && view.skill === column.column?.skill}
                    onClick={click(line.index, at.index + 2)}
                  />
                );
              })}
            </div>
          );
        })}
        <div
          role="row"
          aria-rowindex={rows.length + 2}
          className="grid-foot"
          style={{ width, height: ROW, marginTop: down.getTotalSize() }}
        >
          <div role="rowheader" aria-colindex={1} className="cell name-cell" style={{ width: left }}>
            {t("matrix.together")}
          </div>
          {sight.map((at) => {
            const column = columns[at.index]?.column;
            const here = column ? matrix.together[matrix.skills.indexOf(column)] : undefined;
            return (
              <div
                key={at.key}
                role="gridcell"
                aria-colindex={at.index + 3}
                className="cell foot-cell"
                style={{ left: left + at.start, width: CELL }}
                title={here ? t("matrix.met", { met: here.met, asked: here.asked }) : ""}
              >
                {here?.singleHolder && (
                  <b role="img" aria-label={t("matrix.sign.only")}>
                    ⚠
                  </b>
                )}
                {here?.mean == null ? "–" : number(here.mean)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
