import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { personOf } from "../api/questions";
import { person as route } from "../routes";
import { Failure } from "../shell/Failure";
import { Page } from "../shell/Page";
import { useWords } from "../text/useWords";
import { Person } from "./Person";

export function PersonPage() {
  const { of, t } = useWords();
  const { engineer } = route.useParams();
  const profile = useQuery(personOf(engineer));
  if (profile.isError) {
    return (
      <Page title={t("failure.noRights")}>
        <Failure failure={profile.error} again={profile.refetch} />
      </Page>
    );
  }
  if (!profile.data) return <Skeleton height={240} />;
  return (
    <Page title={of(profile.data.name)}>
      <Person engineer={engineer} />
    </Page>
  );
}
