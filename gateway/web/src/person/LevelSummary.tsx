import type { Explanation } from "../api/questions";
import { useWords } from "../text/useWords";
import { certaintyOf } from "./certainty";

/** The ladder, left to right, with what is confirmed, shown and possible, and how certain that is. */
export function LevelSummary({ level }: { level: Explanation }) {
  const { t, of, number, percent } = useWords();
  return (
    <div>
      <p>
        <span className={`badge ${level.state}`}>{t(`state.${level.state}`)}</span> {t(`stateText.${level.state}`)}
      </p>
      <ol className="ladder" aria-label={t("person.ladder")}>
        {level.levels.map((rung) => {
          const confirmed = rung.level === level.confirmed;
          const low = percent(rung.pLow);
          const high = percent(rung.pHigh);
          return (
            <li
              key={rung.level}
              className={rung.verified ? "verified" : rung.possible ? "possible" : ""}
              aria-current={confirmed ? "step" : undefined}
            >
              <strong>{of(rung.name)}</strong>
              <span className="marks">
                {confirmed && <span className="mark confirmed">● {t("person.confirmed")}</span>}
                {rung.verified && <span className="mark">✓ {t("person.verified")}</span>}
                {!rung.verified && rung.possible && <span className="mark">◌ {t("person.possible")}</span>}
              </span>
              <span>
                {t(`person.certainty.${certaintyOf(rung.pLow)}`)}{" "}
                <span className="quiet">{low === high ? low : `${low} – ${high}`}</span>
              </span>
              <span className="quiet">
                {t("person.met", { met: number(rung.met), needed: number(rung.needed), all: number(rung.importance) })}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
