// Fails if the AsyncAPI document breaks the specification; warnings are printed, errors end the build.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const file = new URL('../src/main/resources/asyncapi/asyncapi.yaml', import.meta.url);
const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'));
const errors = diagnostics.filter(({ severity }) => severity === 0);
for (const { message, path, range } of errors) {
  console.error(`asyncapi.yaml:${range.start.line + 1} ${path.join('/')}: ${message}`);
}
if (!document || errors.length > 0) {
  process.exit(1);
}
console.log(`asyncapi.yaml: ${document.channels().all().length} channels, ${document.messages().all().length} messages, no errors`);
