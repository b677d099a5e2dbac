import { Button } from "@mantine/core";
import { Refused } from "../api/refused";
import { useWords } from "../text/useWords";

/** What happened, what it means, what to do. */
export function Failure({ failure, again }: { failure: unknown; again: () => unknown }) {
  const { t } = useWords();
  if (failure instanceof Refused && failure.status === 403) {
    return (
      <section className="card state" role="alert">
        <h2>{t("failure.noRights")}</h2>
        <p>{t("failure.noRightsText")}</p>
      </section>
    );
  }
  return (
    <section className="card state" role="alert">
      <h2>{t("failure.title")}</h2>
      <p>{failure instanceof Refused ? failure.detail : t("failure.offline")}</p>
      {failure instanceof Refused && failure.requestId && (
        <p className="quiet">{t("failure.request", { id: failure.requestId })}</p>
      )}
      <Button onClick={() => again()}>{t("failure.again")}</Button>
    </section>
  );
}
