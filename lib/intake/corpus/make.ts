// node --import tsx lib/intake/corpus/make.ts [name ...]: makes the files of the corpus anew; LibreOffice has to be there.
import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { makeZip } from '@/prisma/factories/files';
import type { ZipPart } from '@/prisma/factories/files';
import { corpusFile } from './corpus-file';
import type { MadeFile } from './corpus-file';
import { formsOfGoogleDocs } from './forms-of-google-docs';
import { formsOfOtherVersions, formsWithAnswersElsewhere, formsWithOtherRows, wholeForms } from './forms-of-word';

const FOLDER = 'lib/intake/corpus/files';

const made: MadeFile[] = [];
for (const make of [wholeForms, formsOfOtherVersions, formsWithOtherRows, formsWithAnswersElsewhere, formsOfGoogleDocs])
  made.push(...(await make()));
for (const { name, bytes } of made) fs.writeFileSync(path.join(FOLDER, name), await packed(name, bytes));
const listed = made.map(({ bytes: _, ...file }) => corpusFile.parse(file));
fs.writeFileSync(path.join(FOLDER, 'answers.json'), `${JSON.stringify(listed, null, 2)}\n`);

/** As small as it gets, because it is kept in the repository. */
async function packed(name: string, bytes: Buffer): Promise<Buffer> {
  if (!/\.(docx|odt)$/.test(name)) return bytes;
  const zip = await yauzl.fromBufferPromise(bytes);
  const parts: ZipPart[] = [];
  for await (const entry of zip.eachEntry())
    parts.push({
      name: entry.fileName,
      content: await buffer(await zip.openReadStreamPromise(entry)),
      stored: entry.fileName === 'mimetype',
    });
  return makeZip(parts, 9);
}
