// Writes the API's types from the OpenAPI documents; the files are not committed.
import { mkdir, writeFile } from "node:fs/promises";
import openapi, { astToString } from "openapi-typescript";

const from = new URL("../../docs/openapi/", import.meta.url);
const to = new URL("./src/api/generated/", import.meta.url);
await mkdir(to, { recursive: true });
for (const name of ["assessments", "catalog", "profiles"]) {
  await writeFile(new URL(`${name}.ts`, to), astToString(await openapi(new URL(`${name}.json`, from))));
}
