import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Explanation, type HistoryPoint, historyOf } from "../api/questions";
import { Failure } from "../shell/Failure";
import { useWords } from "../text/useWords";
import { useNames } from "./levelNames";

const WIDE = 640;
const STEP = 36; // height of a level
const LEFT = 84; // room for the level's name

export function History({ engineer, level }: { engineer: string; level: Explanation }) {
  const { t, day } = useWords();
  const names = useNames(level.framework);
  const history = useQuery(historyOf(engineer));
  return (
    <section className="card">
      <h2>{t("person.history")}</h2>
      {history.isPending && <Skeleton height={160} />}
      {history.isError && <Failure failure={history.error} again={history.refetch} />}
      {history.data?.items.length === 0 && <p className="quiet">{t("person.noHistory")}</p>}
      {Boolean(history.data?.items.length) && (
        <>
          <Steps points={history.data?.items ?? []} level={level} />
          <details>
            <summary>{t("person.table")}</summary>
            <div className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t("person.day")}</th>
                    <th scope="col">{t("person.confirmed")}</th>
                    <th scope="col">{t("person.verified")}</th>
                    <th scope="col">{t("person.possible")}</th>
                    <th scope="col">{t("person.state")}</th>
                  </tr>
                </thead>
                <tbody>
                  {history.data?.items.map((point) => (
                    <tr key={point.day}>
                      <th scope="row">{day(point.day)}</th>
                      <td>{names.level(point.confirmed) ?? "–"}</td>
                      <td>{names.level(point.verified) ?? "–"}</td>
                      <td>{names.level(point.possible) ?? "–"}</td>
                      <td>{t(`state.${point.state}`)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
}

/** Confirmed as a firm line, what reviews showed as a thin one, over time. */
function Steps({ points, level }: { points: HistoryPoint[]; level: Explanation }) {
  const { t, of, day } = useWords();
  const past = [...points].reverse();
  const from = Date.parse(past[0]?.day ?? level.asOf);
  const until = Math.max(Date.parse(level.asOf), from + 1);
  const rungs = level.levels.map((one) => one.level);
  const high = (rungs.length + 1) * STEP;
  const x = (when: number) => LEFT + ((when - from) / (until - from)) * (WIDE - LEFT - 12);
  const y = (at: string | null | undefined) => high - STEP * (rungs.indexOf(at ?? "") + 1) - 12;
  const line = (of: (point: HistoryPoint) => string | null | undefined) =>
    past
      .map((point, i) => {
        const next = past[i + 1];
        const to = x(next ? Date.parse(next.day) : until);
        return `${i === 0 ? "M" : "L"}${x(Date.parse(point.day))} ${y(of(point))}H${to}`;
      })
      .join("");
  return (
    <svg className="steps" viewBox={`0 0 ${WIDE} ${high + 24}`} role="img" aria-label={t("person.history")}>
      {["", ...rungs].map((rung) => (
        <g key={rung}>
          <line x1={LEFT} x2={WIDE - 12} y1={y(rung)} y2={y(rung)} className="grid-line" />
          <text x={LEFT - 8} y={y(rung) + 4} textAnchor="end">
            {of(level.levels.find((one) => one.level === rung)?.name) || t("noLevel")}
          </text>
        </g>
      ))}
      <path d={line((point) => point.verified)} className="shown" />
      <path d={line((point) => point.confirmed)} className="firm" />
      <text x={LEFT} y={high + 16}>
        {day(past[0]?.day)}
      </text>
      <text x={WIDE - 12} y={high + 16} textAnchor="end">
        {day(level.asOf)}
      </text>
      <g className="key">
        <line x1={LEFT + 150} x2={LEFT + 174} y1={high + 12} y2={high + 12} className="firm" />
        <text x={LEFT + 180} y={high + 16}>
          {t("person.confirmed")}
        </text>
        <line x1={LEFT + 270} x2={LEFT + 294} y1={high + 12} y2={high + 12} className="shown" />
        <text x={LEFT + 300} y={high + 16}>
          {t("person.verified")}
        </text>
      </g>
    </svg>
  );
}
