import { type CSSProperties, memo } from "react";
import { useWords } from "../text/useWords";
import type { Column } from "./arrange";
import { marksOf, type Row, shadeOf, signs } from "./cells";

type Props = {
  id: string;
  row: Row;
  column: Column;
  asOf: string;
  index: number;
  style: CSSProperties;
  active: boolean;
  chosen: boolean;
  onClick: () => void;
};

/** The number is always there; colour and signs only add to it. */
export const CellBox = memo(function CellBox({ id, row, column, asOf, index, style, active, chosen, onClick }: Props) {
  const { t, number } = useWords();
  const cell = row.cells.get(column.key);
  const marks = cell ? marksOf(cell, asOf) : [];
  const shut = column.column === null;
  const gaps = shut ? column.keys.filter((key) => row.cells.get(key)?.status === "NOT_MET").length : 0;
  const told = shut
    ? t("matrix.gaps", { count: gaps })
    : cell
      ? [
          cell.mean === null ? t("matrix.sign.unknown") : t("matrix.estimate", { mean: number(cell.mean) }),
          cell.required !== null && t("matrix.needs", { required: number(cell.required) }),
          ...marks.filter((mark) => cell.mean !== null || mark !== "unknown").map((mark) => t(`matrix.sign.${mark}`)),
        ]
          .filter(Boolean)
          .join(", ")
      : t("matrix.sign.none");
  const shown = shut ? gaps || "" : !cell ? "–" : cell.mean === null ? signs.unknown : Math.round(cell.mean);
  const shade = cell?.mean != null && !marks.includes("unknown") ? `shade-${shadeOf(cell.mean)}` : "";
  return (
    <div
      id={id}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={index + 3}
      aria-label={typeof shown === "number" && !shut ? `${shown}, ${told}` : told}
      aria-selected={chosen}
      className={`cell value ${shade} ${marks.join(" ")}`}
      style={style}
      title={told}
      onClick={onClick}
      data-active={active || undefined}
    >
      <i aria-hidden="true">
        {marks.filter((mark) => mark !== "soon" && mark !== "unknown").map((mark) => signs[mark])}
      </i>
      {shown}
    </div>
  );
});
