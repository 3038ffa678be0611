// node --import tsx lib/intake/corpus/make.ts [name ...]: makes the files of the corpus anew; LibreOffice has to be there.
import fs from 'node:fs';
import path from 'node:path';
import { corpusFile } from './corpus-file';
import type { MadeFile } from './corpus-file';
import { essays } from './essays';
import { formsOfGoogleDocs } from './forms-of-google-docs';
import { formsOfLibreOffice } from './forms-of-libreoffice';
import { formsWithChanges, formsWithRichAnswers } from './forms-with-changes';
import { formsOfOtherVersions, formsWithAnswersElsewhere, formsWithOtherRows, wholeForms } from './forms-of-word';
import { mails } from './mails';
import { packed } from './packed';
import { printedNow } from './readings';

const FOLDER = 'lib/intake/corpus/files';

const made: MadeFile[] = [];
for (const make of [
  wholeForms,
  formsOfOtherVersions,
  formsWithOtherRows,
  formsWithAnswersElsewhere,
  formsWithChanges,
  formsWithRichAnswers,
  formsOfGoogleDocs,
  formsOfLibreOffice,
  essays,
  mails,
])
  made.push(...(await make()));
for (const { name, bytes } of made) fs.writeFileSync(path.join(FOLDER, name), await packed(bytes));
const listed = made.map(({ bytes: _, ...file }) => corpusFile.parse(file));
fs.writeFileSync(path.join(FOLDER, 'printed.json'), `${JSON.stringify(printedNow(), null, 1)}\n`);
fs.writeFileSync(path.join(FOLDER, 'answers.json'), `[\n${listed.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
