// Run by Maven: runs a script of package.json when anything the pages are made of has changed since it last succeeded,
// and installs packages when the lock has.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = process.argv[2];
const here = fileURLToPath(new URL(".", import.meta.url));
const target = join(here, "../target");
const madeElsewhere = new Set(["node_modules", "generated", "test-results"]);

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !madeElsewhere.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function unlessDone(mark, state, work, product = mark) {
  if (existsSync(product) && existsSync(mark) && readFileSync(mark, "utf8") === state) return;
  rmSync(mark, { force: true });
  work();
  writeFileSync(mark, state);
}

function npm(...args) {
  try {
    execFileSync("npm", args, {
      cwd: here,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NO_COLOR: "1", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
    });
  } catch {
    console.error(`gateway/web: npm ${args[0]} ${args[0] === "run" ? script : ""} failed; what it said is above.`);
    process.exit(1);
  }
}

mkdirSync(target, { recursive: true });
unlessDone(join(here, "node_modules/.installed-lock"), digest([join(here, "package-lock.json")]), () =>
  npm("ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"),
);
unlessDone(
  join(target, `web-${script}`),
  digest([...filesBelow(here), ...filesBelow(join(here, "../../docs/openapi"))]),
  () => npm("run", "--silent", script),
  script === "pack" ? join(target, "classes/static/index.html") : undefined,
);
