import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { explanationOf } from "../api/questions";
import { Refused } from "../api/refused";
import { Failure } from "../shell/Failure";
import { useWords } from "../text/useWords";
import { History } from "./History";
import { LevelSummary } from "./LevelSummary";
import { Skills } from "./Skills";

/** Where a person stands, what the next level asks, and how it came to be. */
export function Person({ engineer }: { engineer: string }) {
  const { t, of, day } = useWords();
  const level = useQuery(explanationOf(engineer));
  if (level.isPending) return <Skeleton height={320} />;
  if (level.error instanceof Refused && level.error.status === 404) {
    return (
      <section className="card state">
        <h2>{t("person.noRole")}</h2>
        <p>{t("person.noRoleText")}</p>
      </section>
    );
  }
  if (level.isError) return <Failure failure={level.error} again={level.refetch} />;
  return (
    <div className="stack">
      <section className="card">
        <div className="heading">
          <h2>{of(level.data.roleName)}</h2>
          <span className="quiet">{t("asOf", { day: day(level.data.asOf) })}</span>
        </div>
        <LevelSummary level={level.data} />
      </section>
      <Skills level={level.data} />
      <History engineer={engineer} level={level.data} />
    </div>
  );
}
