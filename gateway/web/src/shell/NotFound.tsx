import { useWords } from "../text/useWords";
import { LinkButton } from "./LinkButton";

export function NotFound() {
  const { t } = useWords();
  return (
    <section className="card state">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      <LinkButton to="/">{t("notFound.button")}</LinkButton>
    </section>
  );
}
