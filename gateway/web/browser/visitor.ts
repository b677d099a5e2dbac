import { mkdirSync } from "node:fs";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import axe from "axe-core";

export type Language = "en" | "zh";

/** People of the demo organisation. */
export const hr = "hr";
export const manager = "lin.haoran";
export const engineer = "wang.siyuan";

export const wide = { width: 1440, height: 900 };
export const phone = { width: 360, height: 740 };

type Visit = {
  as?: string;
  language?: Language;
  size?: { width: number; height: number };
  dark?: boolean;
  expected?: RegExp;
};
type Known = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Visitor = {
  /** A page of a person who has signed in; every console message of kind error fails the test. */
  visit: (visit?: Visit) => Promise<Page>;
};

export const test = base.extend<Visitor, { sessions: Map<string, Known> }>({
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture uses here
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],
  visit: async ({ browser, sessions, baseURL }, use) => {
    const errors: string[] = [];
    const expectations = [/status of (401|403|404)/, /net::ERR_FAILED/]; // how Chromium tells of refusals, which pages show
    const contexts: BrowserContext[] = [];
    await use(async ({ as, language = "en", size = wide, dark = false, expected } = {}) => {
      if (expected) expectations.push(expected);
      const context = await browser.newContext({
        baseURL,
        viewport: size,
        locale: language === "zh" ? "zh-CN" : "en-GB",
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
        storageState: as ? sessions.get(as) : undefined,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      if (as && !sessions.has(as)) {
        await page.goto("/login");
        await signInAtProvider(page, as);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const { cookies } = await context.storageState();
        sessions.set(as, { cookies, origins: [] });
      }
      return page;
    });
    for (const context of contexts) await context.close();
    const unexpected = errors.filter((text) => !expectations.some((known) => known.test(text)));
    expect(unexpected, "the console has no errors").toEqual([]);
  },
});

export async function signInAtProvider(page: Page, user: string) {
  await page.locator("input[name=username]:not([type=hidden])").fill(user);
  await page.locator("input[name=password]:not([type=hidden])").fill(user);
  await page.locator("form:has(input[name=username]:not([type=hidden])) button").click();
}

/** Accessible by WCAG 2.2 AA, fits its window, and nothing is left untranslated. */
export async function expectSound(page: Page, language: Language = "en") {
  await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    // biome-ignore lint/suspicious/noExplicitAny: injected one line above
    const found = await (window as any).axe.run(document, { runOnly: tags });
    return found.violations.map((one: axe.Result) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
  });
  expect(violations, "axe finds no violation of WCAG 2.2 AA").toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-CN" : "en");
  const text = await page.locator("body").innerText();
  expect(text, "no key of a missing text").not.toMatch(/\b(start|matrix|person|panel|review|nav|state)\.[a-zA-Z.]+/);
}

const pictures = new URL("../../target/pictures/", import.meta.url);

/** For people to look at, and for the README. */
export async function picture(page: Page, name: string) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname, animations: "disabled" });
}

export { expect };
