import type { Explanation } from "../api/questions";
import { useWords } from "../text/useWords";
import { nextLevel } from "./nextLevel";

const TOP = 5; // of the scale
const order = { NOT_MET: 0, UNKNOWN: 1, MET: 2 };

export function Skills({ level }: { level: Explanation }) {
  const { t, of, number, compare } = useWords();
  const next = nextLevel(level);
  if (!next) return null;
  const rows = level.lines
    .flatMap((line) => line.requirements.filter((one) => one.level === next.level).map((needed) => ({ line, needed })))
    .sort(
      (a, b) =>
        order[a.needed.status] - order[b.needed.status] ||
        (a.needed.gap ?? 0) - (b.needed.gap ?? 0) ||
        compare(of(a.line.name), of(b.line.name)),
    );
  return (
    <section className="card">
      <h2 id="skills">{t("person.against", { level: of(next.name) })}</h2>
      {rows.length === 0 && <p className="quiet">{t("person.noLines")}</p>}
      {rows.length > 0 && (
        <table className="table skills" aria-labelledby="skills">
          <thead>
            <tr>
              <th scope="col">{t("person.skill")}</th>
              <th scope="col" className="wide">
                <span className="sr">{t("person.scale")}</span>
              </th>
              <th scope="col" className="number">
                {t("person.estimate")}
              </th>
              <th scope="col" className="number">
                {t("person.required")}
              </th>
              <th scope="col">{t("person.status")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, needed }) => {
              const mean = line.estimate?.mean;
              return (
                <tr key={line.skill}>
                  <th scope="row">
                    {of(line.name)} {needed.mustHave && <span className="quiet">· {t("panel.mustHave")}</span>}
                  </th>
                  <td className="wide">
                    <span className={`track ${needed.status}`} aria-hidden="true">
                      <span className="fill" style={{ width: `${((mean ?? 0) / TOP) * 100}%` }} />
                      <span className="tick" style={{ left: `${(needed.proficiency / TOP) * 100}%` }} />
                    </span>
                  </td>
                  <td className="number">{mean == null ? "–" : number(mean)}</td>
                  <td className="number">{number(needed.proficiency)}</td>
                  <td>
                    <span className={`badge ${needed.status}`}>{t(`panel.status.${needed.status}`)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
