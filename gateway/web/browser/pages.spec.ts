import type { Page } from "@playwright/test";
import { engineer, expect, expectSound, hr, type Language, manager, phone, picture, test, wide } from "./visitor";

type Opened = { name: string; as: string; open: (page: Page) => Promise<unknown> };

const cells = (page: Page) => page.locator(".cell.value");

async function openMatrix(page: Page) {
  await page.goto("/teams");
  await expect(cells(page).first()).toBeVisible();
}

async function openPanel(page: Page) {
  await openMatrix(page);
  await page.locator(".cell.value.shade-3").first().click();
  await expect(page.locator(".panel .sentence")).toBeVisible();
}

async function openReport(page: Page) {
  await openMatrix(page);
  await page.locator(".name-cell[role=rowheader]").nth(1).click();
  await expect(page.locator(".ladder")).toBeVisible();
}

async function openReview(page: Page) {
  await page.goto("/me");
  await page.getByRole("navigation").first().getByRole("link").nth(2).click();
  await expect(page.locator(".choice").first()).toBeVisible();
}

const pages: Opened[] = [
  { name: "start-hr", as: hr, open: (page) => page.goto("/") },
  { name: "start-manager", as: manager, open: (page) => page.goto("/") },
  { name: "start-engineer", as: engineer, open: (page) => page.goto("/") },
  { name: "matrix", as: manager, open: openMatrix },
  { name: "cell", as: manager, open: openPanel },
  { name: "person", as: manager, open: openReport },
  { name: "my-level", as: engineer, open: (page) => page.goto("/me") },
  { name: "self-review", as: engineer, open: openReview },
  { name: "api", as: engineer, open: (page) => page.goto("/api-documents") },
  { name: "not-found", as: engineer, open: (page) => page.goto("/no/such/page") },
];

for (const language of ["en", "zh"] as Language[]) {
  for (const [at, size] of Object.entries({ wide, phone })) {
    test(`every page is sound: ${language}, ${at}`, async ({ visit }) => {
      test.setTimeout(180_000);
      for (const { name, as, open } of pages) {
        await test.step(name, async () => {
          const page = await visit({ as, language, size });
          await open(page);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectSound(page, language);
          await picture(page, `${name}-${language}-${at}`);
          await page.close();
        });
      }
    });
  }
}

test("every page is sound in dark colours", async ({ visit }) => {
  test.setTimeout(120_000);
  for (const { name, as, open } of pages) {
    await test.step(name, async () => {
      const page = await visit({ as, dark: true });
      await open(page);
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
      await expectSound(page);
      await picture(page, `${name}-dark`);
      await page.close();
    });
  }
});

test("language and colours change at once and stay", async ({ visit }) => {
  const page = await visit({ as: engineer });
  await page.goto("/me");
  await expect(page.getByRole("heading", { name: "My level", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "switch to Chinese" }).click();
  await expect(page.getByRole("heading", { name: "我的级别", level: 1 })).toBeVisible();
  await expect(page).toHaveTitle("我的级别 · 技能阶梯");
  await page.getByRole("button", { name: "深色" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "我的级别", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});

test("who may not see a person is told so", async ({ visit }) => {
  const leads = await visit({ as: manager });
  await leads.goto("/");
  const id = await leads.evaluate(async () => (await (await fetch("/api/profiles/me")).json()).id);
  const page = await visit({ as: engineer });
  await page.goto(`/people/${id}`);
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound(page);
});

test("what could not be loaded says so and can be tried again", async ({ visit }) => {
  const page = await visit({ as: engineer });
  await page.route("**/explanation*", (route) => route.abort());
  await page.goto("/me");
  await expect(page.getByRole("alert")).toContainText("no connection");
  await expectSound(page);
  await page.unroute("**/explanation*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".ladder")).toBeVisible();
});
