import { engineer, expect, expectSound, manager, phone, picture, signInAtProvider, test } from "./visitor";

test("the first page asks to sign in, and says it in the reader's language", async ({ visit }) => {
  for (const language of ["en", "zh"] as const) {
    const page = await visit({ language, size: language === "zh" ? phone : undefined });
    await page.goto("/");
    await expect(page.getByRole("link", { name: language === "zh" ? "登录" : "Sign in" })).toBeVisible();
    await expectSound(page, language);
    await picture(page, `sign-in-${language}`);
  }
});

test("a link opened signed out leads through the login to what it names", async ({ visit }) => {
  const page = await visit();
  await page.goto("/teams?gaps=true");
  await signInAtProvider(page, manager);
  await expect(page).toHaveURL(/\/teams\?(.*&)?gaps=true/);
  await expect(page.locator(".cell.value").first()).toBeVisible();
});

test("a session that ended leads back to the same page", async ({ visit }) => {
  const page = await visit();
  await page.goto("/me");
  await signInAtProvider(page, engineer);
  await expect(page.locator(".ladder")).toBeVisible();
  await page.context().clearCookies();
  await page.evaluate(() => history.pushState(null, "", "/teams"));
  await page.reload();
  await expect(page).not.toHaveURL(/\/teams/);
  await signInAtProvider(page, engineer);
  await expect(page).toHaveURL(/\/teams/);
});

test("signing out ends the session", async ({ visit }) => {
  const page = await visit();
  await page.goto("/login");
  await signInAtProvider(page, engineer);
  await page.getByRole("button", { name: "Sign out" }).click();
  // the provider asks as well: it has a session of its own
  const asked = page.getByRole("heading", { name: "Sign out" });
  const signedOut = page.getByRole("link", { name: "Sign in" });
  await expect(asked.or(signedOut)).toBeVisible();
  if (await asked.isVisible()) await page.getByRole("button", { name: "Sign out" }).click();
  await expect(signedOut).toBeVisible();
  const answer = await page.request.get("/api/session");
  expect(answer.status()).toBe(401);
});

test("the policy lets no script in that is not the product's own", async ({ visit }) => {
  const page = await visit({ expected: /violates the following Content Security Policy/ });
  const answer = await page.goto("/");
  const policy = answer?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "window.intruder = true";
        document.body.append(script);
        setTimeout(() => resolve("nothing was refused"), 2000);
      }),
  );
  expect(refused).toContain("script-src");
});
