import type { Page } from "@playwright/test";
import { expect, manager, test } from "./visitor";

const STREAM = /\/api\/assessments\/stream$/;
const MATRIX = /\/api\/assessments\/teams\/[^/]+\/matrix/;

type Matrix = { people: { engineer: string }[]; skills: { framework: string; skill: string }[] };

test("tabs share one stream, and both show what somebody did meanwhile", async ({ visit }) => {
  const first = await visit({ as: manager });
  const streams: string[] = [];
  first.context().on("request", (request) => STREAM.test(request.url()) && streams.push(request.url()));
  const matrix = await openMatrix(first);
  await expect.poll(() => streams.length, "the first tab reads").toBe(1);
  const second = await first.context().newPage();
  await openMatrix(second);

  const renewed = [first, second].map((page) => page.waitForResponse(MATRIX));
  await review(first, matrix);
  await Promise.all(renewed);
  expect(streams.length, "the second tab hears it from the first").toBe(1);

  const afterwards = second.waitForResponse(MATRIX);
  await first.close();
  await afterwards;
  await expect.poll(() => streams.length, "the second tab goes on").toBe(2);
});

async function openMatrix(page: Page): Promise<Matrix> {
  const answered = page.waitForResponse(MATRIX);
  await page.goto("/teams");
  const matrix = (await (await answered).json()) as Matrix;
  await expect(page.locator(".cell.value").first()).toBeVisible();
  return matrix;
}

/** Says something new about the first person of the team. */
async function review(page: Page, matrix: Matrix) {
  const cookies = await page.context().cookies();
  const token = cookies.find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
  const [skill] = matrix.skills;
  const answer = await page.request.post("/api/assessments/reviews", {
    headers: { "X-XSRF-TOKEN": token },
    data: {
      subject: matrix.people[0]?.engineer,
      kind: "MANAGER",
      framework: skill?.framework,
      ratings: [{ skill: skill?.skill, value: 1 }],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}
