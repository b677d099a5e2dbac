// Fails when the script of the first view, compressed, is above what a slow line should load.
import { readFile, rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const LIMIT = 250_000; // bytes

const built = new URL("../target/classes/static/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL("manifest.json", built), "utf8"));
const first = new Set();
const visit = (name) => {
  if (first.has(name)) return;
  first.add(name);
  for (const imported of manifest[name].imports ?? []) visit(imported);
};
visit("index.html");
// the first page after signing in is loaded at once as well
visit("src/start/StartPage.tsx");

let size = 0;
for (const name of first) size += gzipSync(await readFile(new URL(manifest[name].file, built))).length;
await rm(new URL("manifest.json", built)); // nobody else asks for it
const report = `first view: ${Math.round(size / 1000)} kB of script, compressed; the limit is ${LIMIT / 1000} kB`;
if (size > LIMIT) {
  console.error(`${report}. Load what it does not need later: import().`);
  process.exit(1);
}
console.log(report);
