import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chromium = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

/** Run by end-to-end-tests against the whole product; by hand against a running one, see README.md. */
export default defineConfig({
  testDir: "browser",
  outputDir: "../target/browser",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.PAGES_URL ?? "http://localhost:8080",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
    },
  },
});
