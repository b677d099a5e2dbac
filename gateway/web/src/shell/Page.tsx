import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useWords } from "../text/useWords";

/** A page's title, in the page, the tab and the crumbs. */
export function Page({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t("product")}`;
  }, [title, t]);
  return (
    <>
      <nav aria-label={t("bar.crumbs")} className="crumbs">
        <Link to="/">{t("nav.home")}</Link>
        <span aria-hidden="true">/</span>
        <span aria-current="page">{title}</span>
      </nav>
      <div className="heading">
        <h1>{title}</h1>
        {aside}
      </div>
      {children}
    </>
  );
}
