// node --import tsx lib/intake/corpus/write-tables.ts: reads the corpus and writes its tables into docs/intake-corpus.md.
import fs from 'node:fs';
import { FOLDERS, readFolder, tableOf } from './tables';

const DOCUMENT = 'docs/intake-corpus.md';

let text = fs.readFileSync(DOCUMENT, 'utf8');
for (const [heading, folder] of Object.entries(FOLDERS)) {
  const table = tableOf(await readFolder(folder));
  text = text.replace(new RegExp(`(## ${heading}\n\n)(?:\\|.*\n)*`), (_, head: string) => `${head}${table}\n`);
}
fs.writeFileSync(DOCUMENT, text);
