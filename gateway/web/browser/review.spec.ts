import type { Page } from "@playwright/test";
import { engineer, expect, expectSound, picture, test } from "./visitor";

async function openReview(page: Page) {
  await page.goto("/me");
  await page.getByRole("link", { name: "Self-review" }).click();
  await expect(page.locator(".choice").first()).toBeVisible();
}

const step = (page: Page, value: number) =>
  page
    .locator(".choices > .choice")
    .nth(value - 1)
    .getByRole("radio");
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: "Saved at" })).toBeVisible();

test("an answer is saved by itself, by keyboard, and is there after a reload", async ({ visit }) => {
  const page = await visit({ as: engineer });
  await openReview(page);
  await page.keyboard.press("3");
  await expect(step(page, 3)).toBeChecked();
  const stored = page.waitForResponse(
    (answer) => answer.request().method() === "PATCH" && (answer.request().postData() ?? "").includes("migration"),
  );
  await page.getByRole("textbox", { name: "Comment" }).fill("Led the 数据 migration.");
  await stored;
  await saved(page);
  await page.reload();
  await expect(step(page, 3)).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Led the 数据 migration.");
});

test("two tabs that change the same skill lose nothing: the reader chooses", async ({ visit }) => {
  const first = await visit({ as: engineer, expected: /status of 412/ });
  await openReview(first);
  const second = await first.context().newPage();
  await openReview(second);
  const stored = first.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok());
  await first.bringToFront();
  await first.keyboard.press("2");
  await stored;
  await second.bringToFront();
  await second.keyboard.press("5");
  await expect(second.getByRole("alert").filter({ hasText: "another tab" })).toBeVisible();
  await expectSound(second);
  await picture(second, "self-review-conflict");
  await second.getByRole("button", { name: /Keep what I entered: 5/ }).click();
  await saved(second);
  await first.reload();
  await expect(step(first, 5)).toBeChecked();
});

test("what is entered without a connection is saved when it is back", async ({ visit }) => {
  const page = await visit({ as: engineer, expected: /ERR_INTERNET_DISCONNECTED/ });
  await openReview(page);
  await page.context().setOffline(true);
  await page.keyboard.press("4");
  await expect(page.getByRole("alert")).toContainText("There is no connection");
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await expect(step(page, 4)).toBeChecked();
});

test("a submission says at once everything that is missing", async ({ visit }) => {
  const page = await visit({ as: engineer, expected: /status of 422/ });
  await openReview(page);
  await page.getByRole("button", { name: "Check and submit" }).click();
  await expect(page.getByRole("heading", { name: /skills have no answer yet/ })).toBeVisible();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByRole("heading", { name: /things to correct/ })).toBeVisible();
  await expectSound(page);
});

test("somebody reviews themselves to the end, by keyboard alone and in Chinese", async ({ visit }) => {
  const page = await visit({ as: "emily.carter", language: "zh" });
  await page.goto("/me");
  await page.getByRole("link", { name: "自评" }).press("Enter");
  const last = page.getByRole("heading", { name: "检查并提交" });
  const skill = page.locator("h2.review-skill");
  await expect(skill).toBeFocused();
  for (let answered = 1; !(await last.isVisible()); answered++) {
    const name = await skill.innerText();
    await page.keyboard.press("3");
    await expect(step(page, 3)).toBeChecked();
    await expect(page.getByText(`已答 ${answered} /`)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(last.or(skill.filter({ hasNotText: name }))).toBeVisible();
  }
  await expect(page.getByText("所有技能都已作答。")).toBeVisible();
  await expectSound(page, "zh");
  await page.getByRole("button", { name: "提交", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: "评审已提交" })).toBeVisible();
  await expectSound(page, "zh");
});
