import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "./language";

type Text = { zh: string; en: string };

/** Words, names, numbers and days in the reader's language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "zh" ? "zh" : "en";
  return useMemo(() => {
    const locale = language === "zh" ? "zh-CN" : "en-GB";
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    const order = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en");
    return {
      t,
      language,
      of: (text: Text | null | undefined) => text?.[language] ?? "",
      day: (value: string | null | undefined) => (value ? day.format(new Date(value)) : ""),
      number: (value: number) => number.format(value),
      percent: (value: number) => percent.format(value),
      compare: (a: string, b: string) => order.compare(a, b),
    };
  }, [t, language]);
}

export type Words = ReturnType<typeof useWords>;
