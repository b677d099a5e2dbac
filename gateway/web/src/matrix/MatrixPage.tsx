import { Button, Checkbox, NativeSelect, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { allTeams, matrixOf } from "../api/questions";
import { useMe, useSession } from "../api/session";
import { useNames } from "../person/levelNames";
import { teams as route } from "../routes";
import { Failure } from "../shell/Failure";
import { Page } from "../shell/Page";
import { useWords } from "../text/useWords";
import { arrange, columnsOf } from "./arrange";
import { rowsOf } from "./cells";
import { Grid } from "./Grid";
import { Legend } from "./Legend";
import { Panel } from "./Panel";
import type { View } from "./view";

export function MatrixPage() {
  const words = useWords();
  const { t, of, day } = words;
  const view = route.useSearch();
  const navigate = useNavigate();
  const grid = useRef<HTMLDivElement>(null);
  const session = useSession();
  const me = useMe();
  const teams = useQuery(allTeams);
  const open = teams.data?.filter((team) => !team.closed) ?? [];
  const own = me.data && (open.find((team) => team.lead === me.data?.id)?.id ?? me.data.teamMemberships.at(-1)?.team);
  const top = open.find((team) => !team.parent)?.id;
  const chosen = view.team ?? own ?? (me.isSuccess && session.data?.roles.includes("hr") ? top : undefined);
  // only when it is known who asks: another team might be none of theirs
  const team = chosen ?? (me.isSuccess && session.isSuccess ? open[0]?.id : undefined);
  const matrix = useQuery({ ...matrixOf(team ?? "", view.below ?? false), enabled: Boolean(team) });

  const set = (change: Partial<View>, replace = true) =>
    void navigate({ to: "/teams", search: { ...view, team, ...change }, replace });

  const framework = matrix.data?.skills[0]?.framework;
  const names = useNames(framework);
  const rows = useMemo(() => (matrix.data ? rowsOf(matrix.data) : []), [matrix.data]);
  const shown = arrange(rows, view, names.levels, words);
  const columns = columnsOf(matrix.data?.skills ?? [], rows, view, words, names.categoryOrder);
  const failed = [teams, matrix].find((one) => one.isError);
  const empty = matrix.data && (shown.length === 0 || columns.length === 0);

  return (
    <Page
      title={t("matrix.title")}
      aside={
        matrix.data && (
          <span className="quiet" aria-live="polite">
            {t("matrix.people", { count: shown.length })} · {t("asOf", { day: day(matrix.data.asOf) })}
          </span>
        )
      }
    >
      <div className="controls">
        <NativeSelect
          label={t("matrix.team")}
          value={team ?? ""}
          onChange={(event) => set({ team: event.currentTarget.value, person: undefined, skill: undefined }, false)}
          data={open
            .map((one) => ({ value: one.id, label: of(one.name) }))
            .sort((a, b) => words.compare(a.label, b.label))}
        />
        <TextInput
          label={t("matrix.filter")}
          type="search"
          value={view.name ?? ""}
          onChange={(event) => set({ name: event.currentTarget.value || undefined })}
        />
        <Checkbox
          label={t("matrix.subteams")}
          checked={view.below ?? false}
          onChange={(event) => set({ below: event.currentTarget.checked || undefined }, false)}
        />
        <Checkbox
          label={t("matrix.gapsOnly")}
          checked={view.gaps ?? false}
          onChange={(event) => set({ gaps: event.currentTarget.checked || undefined })}
        />
        <Checkbox
          label={t("matrix.grouped")}
          checked={!view.flat}
          onChange={(event) => set({ flat: !event.currentTarget.checked || undefined })}
        />
      </div>
      {failed && <Failure failure={failed.error} again={failed.refetch} />}
      {!failed && !matrix.data && <Skeleton height={420} />}
      {empty && (
        <section className="card state">
          <h2>{rows.length === 0 ? t("matrix.nobody") : t("matrix.noMatch")}</h2>
          {rows.length === 0 && <p>{t("matrix.nobodyText")}</p>}
          {rows.length > 0 && (
            <Button onClick={() => set({ name: undefined, gaps: undefined })}>{t("matrix.clear")}</Button>
          )}
        </section>
      )}
      {matrix.data && !empty && (
        <>
          <div className="matrix-area">
            <Grid
              ref={grid}
              matrix={matrix.data}
              rows={shown}
              columns={columns}
              view={view}
              names={names}
              set={set}
              open={(engineer) => void navigate({ to: "/people/$engineer", params: { engineer } })}
            />
            {view.person && view.skill && (
              <Panel
                key={`${view.person}/${view.skill}`}
                engineer={view.person}
                skill={view.skill}
                person={rows.find((row) => row.person.engineer === view.person)?.person.name}
                close={() => {
                  set({ person: undefined, skill: undefined });
                  grid.current?.focus();
                }}
              />
            )}
          </div>
          <Legend />
        </>
      )}
    </Page>
  );
}
