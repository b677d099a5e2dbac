import { Button, Skeleton } from "@mantine/core";
import { Link, Outlet } from "@tanstack/react-router";
import { useNews } from "../api/news";
import { SIGN_IN, useMe, useSession } from "../api/session";
import { useWords } from "../text/useWords";
import { Bar } from "./Bar";
import { Failure } from "./Failure";

/** What is around every page: rail, bar, and the door for who is not signed in. */
export function Shell() {
  const session = useSession();
  const me = useMe(Boolean(session.data));
  useNews(Boolean(session.data));
  const { t } = useWords();
  const roles = session.data?.roles ?? [];
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <Bar session={session.data ?? null} />
      {session.data && (
        <nav className="rail" aria-label={t("nav.label")}>
          <Link to="/" activeOptions={{ exact: true }}>
            {t("nav.home")}
          </Link>
          {me.data && <Link to="/me">{t("nav.me")}</Link>}
          {me.data && (
            <Link
              to="/reviews/$subject/$kind"
              params={{ subject: me.data.id, kind: "SELF" }}
              activeOptions={{ includeSearch: false }}
            >
              {t("nav.review")}
            </Link>
          )}
          {(me.data || roles.includes("hr")) && <Link to="/teams">{t("nav.team")}</Link>}
          <Link to="/api-documents">{t("nav.api")}</Link>
        </nav>
      )}
      <main id="content" className={session.data ? "content" : "content alone"} tabIndex={-1}>
        {session.isPending && <Skeleton height={240} aria-label={t("loading")} role="status" />}
        {session.isError && <Failure failure={session.error} again={session.refetch} />}
        {session.data === null && <SignIn />}
        {session.data && <Outlet />}
      </main>
    </div>
  );
}

/** Whoever was on a page comes back to it: the gateway asks for the login on the way there. */
function SignIn() {
  const { t } = useWords();
  const { pathname, search } = window.location;
  const failed = new URLSearchParams(search).get("sign-in") === "failed";
  return (
    <section className="card welcome">
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1>{t("signIn.title")}</h1>
      <p>{t("signIn.text")}</p>
      {failed && (
        <p role="alert" className="failed">
          {t("signIn.failed")}
        </p>
      )}
      <Button component="a" href={pathname === "/" ? SIGN_IN : pathname + search} size="md">
        {t("signIn.button")}
      </Button>
      <p>
        <a className="target" href="/api/openapi/assessments">
          OpenAPI
        </a>
      </p>
    </section>
  );
}
