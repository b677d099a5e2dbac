import { stateMark } from "../person/LevelMark";
import { useWords } from "../text/useWords";
import { signs } from "./cells";

export function Legend() {
  const { t } = useWords();
  const entries = [
    [signs.gap, "gap"],
    [signs.unknown, "unknown"],
    [signs.self, "self"],
    [signs.contested, "contested"],
    [signs.soon, "soon"],
    ["–", "none"],
    [stateMark.CONFIRMED, "verified"],
    [stateMark.PROPOSE, "propose"],
    [stateMark.LIKELY, "likely"],
    [stateMark.REVIEW, "review"],
    [stateMark.EVIDENCE_DUE, "due"],
    [stateMark.HUMAN_REVIEW, "people"],
    ["⚠", "only"],
  ] as const;
  return (
    <section className="legend" aria-label={t("matrix.legend")}>
      <span className="scale">
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step} className={`shade shade-${step}`}>
            {step}
          </span>
        ))}
        {t("matrix.scale")}
      </span>
      {entries.map(([sign, key]) => (
        <span key={key}>
          <b aria-hidden="true">{sign}</b> {t(`matrix.sign.${key}`)}
        </span>
      ))}
      <span className="quiet">{t("matrix.keys")}</span>
    </section>
  );
}
