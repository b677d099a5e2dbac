import { Button, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type Session, signOut, useMe } from "../api/session";
import { speak } from "../text/language";
import { useWords } from "../text/useWords";

export function Bar({ session }: { session: Session | null }) {
  const { t, of, language } = useWords();
  // without: Mantine would stop transitions by a style element, which the content security policy refuses
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme("light", { getInitialValueInEffect: false }) === "dark";
  const me = useMe(Boolean(session));
  return (
    <header className="bar">
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span>{t("product")}</span>
      </Link>
      <span className="grow" />
      {session && <span className="who">{of(me.data?.name) || session.name}</span>}
      <Button
        variant="subtle"
        size="compact-sm"
        lang={language === "zh" ? "en" : "zh-CN"}
        aria-label={t("bar.languageLabel")}
        onClick={() => speak(language === "zh" ? "en" : "zh")}
      >
        {t("bar.language")}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={dark ? t("bar.light") : t("bar.dark")}
        onClick={() => setColorScheme(dark ? "light" : "dark")}
      >
        <span aria-hidden="true">{dark ? "☀" : "☾"}</span>
      </Button>
      {session && (
        <Button variant="default" size="compact-sm" onClick={() => void signOut()}>
          {t("bar.signOut")}
        </Button>
      )}
    </header>
  );
}
