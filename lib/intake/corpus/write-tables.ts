// node --import tsx lib/intake/corpus/write-tables.ts: reads the corpus and writes its tables into docs/intake-corpus.md.
import fs from 'node:fs';
import { CORPUS, readAll, tableOf } from './tables';

const DOCUMENT = 'docs/intake-corpus.md';

let text = fs.readFileSync(DOCUMENT, 'utf8');
for (const [heading, files] of Object.entries(CORPUS)) {
  const table = tableOf(await readAll(files));
  text = text.replace(new RegExp(`(## ${heading}\n\n)(?:\\|.*\n)*`), (_, head: string) => `${head}${table}\n`);
}
fs.writeFileSync(DOCUMENT, text);
