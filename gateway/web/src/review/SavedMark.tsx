import { SIGN_IN } from "../api/session";
import { useWords } from "../text/useWords";
import type { Saving } from "./useDraft";

/** Whether what was typed is safe. */
export function SavedMark({ saving }: { saving: Saving }) {
  const { t, language } = useWords();
  const time = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeStyle: "short" });
  if (saving.state === "signedOut") {
    return (
      <span role="alert" className="failed">
        {t("review.signedOut")}{" "}
        <a href={SIGN_IN} target="_blank" rel="noreferrer">
          {t("review.signIn")}
        </a>
      </span>
    );
  }
  if (saving.state === "offline" || saving.state === "failed") {
    const text = saving.state === "failed" ? t("review.notSaved", { detail: saving.detail }) : t("review.offline");
    return (
      <span role="alert" className="failed">
        {text}
      </span>
    );
  }
  return (
    <span role="status" className="quiet">
      {saving.state === "saved" ? t("review.saved", { time: time.format(saving.at) }) : t(`review.${saving.state}`)}
    </span>
  );
}
