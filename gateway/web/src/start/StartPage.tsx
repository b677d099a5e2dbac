import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { allTeams, explanationOf, type Notice, notices, openRequests, proposals } from "../api/questions";
import { Refused } from "../api/refused";
import { useMe, useSession } from "../api/session";
import { LevelSummary } from "../person/LevelSummary";
import { useNames } from "../person/levelNames";
import { Failure } from "../shell/Failure";
import { LinkButton } from "../shell/LinkButton";
import { useWords } from "../text/useWords";

const ABOUT_A_LEVEL: Notice["target"]["what"][] = ["PROPOSAL", "CONTEST", "ENGINEER", "EVIDENCE"];

export function StartPage() {
  const { t, of } = useWords();
  const session = useSession();
  const me = useMe();
  const hr = session.data?.roles.includes("hr") ?? false;
  const name = of(me.data?.name) || session.data?.name;
  return (
    <>
      <h1>{t("start.hello", { name })}</h1>
      <div className="cards">
        <Waiting />
        {me.data && <Stand engineer={me.data.id} />}
        {me.data === null && !hr && (
          <section className="card">
            <h2>{t("start.stand")}</h2>
            <p>{t("start.noProfile")}</p>
          </section>
        )}
        {(me.data || hr) && <Teams leader={me.data?.id} everybody={hr} />}
      </div>
    </>
  );
}

function Waiting() {
  const { t, of, day } = useWords();
  const inbox = useQuery(notices);
  const requests = useQuery(openRequests);
  const levels = useQuery(proposals);
  const names = useNames(levels.data?.items[0]?.framework);
  const parts = [inbox, requests, levels];
  // who is nobody's profile has neither an inbox nor reviews to write
  const none = (part: (typeof parts)[number]) => part.error instanceof Refused && part.error.status === 403;
  const failed = parts.find((part) => part.isError && !none(part));
  const nothing = parts.every((part) => none(part) || part.data?.items.length === 0);
  return (
    <section className="card">
      <h2>{t("start.waiting")}</h2>
      {parts.some((part) => part.isPending) && <Skeleton height={96} />}
      {failed && <Failure failure={failed.error} again={failed.refetch} />}
      {nothing && <p className="quiet">{t("start.nothing")}</p>}
      {Boolean(levels.data?.items.length) && (
        <>
          <h3>{t("start.proposals", { count: levels.data?.items.length })}</h3>
          <ul className="list">
            {levels.data?.items.map((one) => (
              <li key={one.engineer}>
                <Link to="/people/$engineer" params={{ engineer: one.engineer }}>
                  {of(one.name)}
                </Link>
                <span className={`badge ${one.state}`}>{t(`state.${one.state}`)}</span>
                <span>
                  {names.level(one.confirmed) ?? t("noLevel")} → {names.level(one.verified) ?? t("noLevel")}
                </span>
                <span className="quiet">{t("start.since", { day: day(one.since) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {Boolean(requests.data?.items.length) && (
        <>
          <h3>{t("start.requests", { count: requests.data?.items.length })}</h3>
          <ul className="list">
            {requests.data?.items.map((one) => (
              <li key={one.id}>
                <Link to="/reviews/$subject/$kind" params={{ subject: one.subject, kind: one.kind }}>
                  {of(one.subjectName)}
                </Link>
                <span>{t(`start.request.${one.kind}`)}</span>
                {one.dueOn && <span className="quiet">{t("start.due", { day: day(one.dueOn) })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {Boolean(inbox.data?.items.length) && (
        <>
          <h3>{t("start.inbox", { count: inbox.data?.unread })}</h3>
          <ul className="list">
            {inbox.data &&
              sayingOnce(inbox.data.items).map(({ notice: one, count }) => (
                <li key={one.id}>
                  <NoticeText notice={one} />
                  {count > 1 && <span className="badge">{t("start.times", { count })}</span>}
                  <span className="quiet">{day(one.toldAt)}</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Of messages that say the same only the newest, and how many there are. */
function sayingOnce(notices: Notice[]) {
  const told = new Map<string, { notice: Notice; count: number }>();
  for (const notice of notices) {
    const known = told.get(notice.text.en);
    if (known) known.count++;
    else told.set(notice.text.en, { notice, count: 1 });
  }
  return [...told.values()];
}

/** Leads to the person it is about, for who may see that person. */
function NoticeText({ notice }: { notice: Notice }) {
  const { of } = useWords();
  const me = useMe();
  const text = of(notice.text);
  if (!notice.about || !ABOUT_A_LEVEL.includes(notice.target.what)) return <span>{text}</span>;
  if (notice.about === me.data?.id) return <Link to="/me">{text}</Link>;
  return (
    <Link to="/people/$engineer" params={{ engineer: notice.about }}>
      {text}
    </Link>
  );
}

function Stand({ engineer }: { engineer: string }) {
  const { t } = useWords();
  const level = useQuery(explanationOf(engineer));
  return (
    <section className="card">
      <h2>{t("start.stand")}</h2>
      {level.isPending && <Skeleton height={96} />}
      {level.isError && <Failure failure={level.error} again={level.refetch} />}
      {level.data && <LevelSummary level={level.data} />}
      <LinkButton to="/me" variant="light">
        {t("start.openLevel")}
      </LinkButton>
    </section>
  );
}

function Teams({ leader, everybody }: { leader: string | undefined; everybody: boolean }) {
  const { t, of } = useWords();
  const teams = useQuery(allTeams);
  const led = leader && teams.data?.find((team) => team.lead === leader && !team.closed);
  const top = teams.data?.find((team) => !team.parent && !team.closed);
  const team = led ?? (everybody ? top : undefined);
  if (!team) return null;
  return (
    <section className="card">
      <h2>{led ? t("start.team") : t("start.organisation")}</h2>
      <p>{led ? t("start.teamText", { team: of(team.name) }) : t("start.organisationText")}</p>
      <LinkButton to="/teams" search={{ team: team.id, below: !led || undefined }} variant="light">
        {t("start.openMatrix")}
      </LinkButton>
    </section>
  );
}
