import { Skeleton } from "@mantine/core";
import { useMe } from "../api/session";
import { Failure } from "../shell/Failure";
import { Page } from "../shell/Page";
import { useWords } from "../text/useWords";
import { Person } from "./Person";

export function MyLevelPage() {
  const { t } = useWords();
  const me = useMe();
  return (
    <Page title={t("person.mine")}>
      {me.isPending && <Skeleton height={240} />}
      {me.isError && <Failure failure={me.error} again={me.refetch} />}
      {me.data === null && (
        <section className="card state">
          <p>{t("start.noProfile")}</p>
        </section>
      )}
      {me.data && <Person engineer={me.data.id} />}
    </Page>
  );
}
