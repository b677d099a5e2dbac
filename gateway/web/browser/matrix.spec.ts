import { expect, expectSound, hr, manager, test } from "./visitor";

test("the matrix is worked by keyboard alone", async ({ visit }) => {
  const page = await visit({ as: manager });
  await page.goto("/teams");
  const grid = page.getByRole("grid");
  await expect(page.locator(".cell.value").first()).toBeVisible();
  while (!(await grid.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.press("Home");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(grid).toHaveAttribute("aria-activedescendant", "cell-1-2");
  await page.keyboard.press("Enter");
  const title = page.locator("#panel-title");
  await expect(title).toBeFocused();
  await expectSound(page);
  await page.keyboard.press("Escape");
  await expect(title).toHaveCount(0);
  await expect(grid).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+End");
  const last = await grid.getAttribute("aria-activedescendant");
  await expect(page.locator(`#${last}`)).toBeInViewport();
});

test("a link shows a colleague the same view, and back works", async ({ visit }) => {
  const page = await visit({ as: manager });
  await page.goto("/teams");
  await expect(page.locator(".cell.value").first()).toBeVisible();
  const all = await page.getByRole("columnheader").count();
  await page.getByLabel("Gaps only").check();
  await expect(page).toHaveURL(/gaps=true/);
  expect(await page.getByRole("columnheader").count()).toBeLessThanOrEqual(all);
  await page.getByRole("columnheader", { name: "Level" }).click();
  await expect(page.getByRole("columnheader", { name: "Level" })).toHaveAttribute("aria-sort", "ascending");
  const link = page.url();
  await page.goto("/");
  await page.goBack();
  expect(page.url()).toBe(link);
  await expect(page.getByLabel("Gaps only")).toBeChecked();
  await expect(page.getByRole("columnheader", { name: "Level" })).toHaveAttribute("aria-sort", "ascending");
});

test("names that match nothing lead back to everybody", async ({ visit }) => {
  const page = await visit({ as: manager });
  await page.goto("/teams");
  await page.getByLabel("Filter by name").fill("nobody is called that");
  await expect(page.getByRole("heading", { name: "Nothing matches the filter" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(page.locator(".cell.value").first()).toBeVisible();
});

test("human resources see the whole organisation, of which only what is in sight is drawn", async ({ visit }) => {
  const page = await visit({ as: hr });
  await page.goto("/");
  await page.getByRole("link", { name: "Open the team matrix" }).click();
  await expect(page.locator(".cell.value").first()).toBeVisible();
  const people = Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
  expect(people).toBeGreaterThan(40);
  expect(await page.getByRole("row").count()).toBeLessThan(people);
});
