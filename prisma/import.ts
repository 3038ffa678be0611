import { readFileSync } from 'node:fs';
import { db } from '@/lib/db/client';
import errors from '@/lib/i18n/messages/en/errors.json';
import { readCriteria } from '@/lib/publishing/importing/criteria';
import { importDataset } from '@/lib/publishing/importing/mutations';
import { downloadedDataset } from '@/lib/publishing/importing/schema';

/** Loads a downloaded agreements.json, and criteria.csv where one is named, into an empty database. */
const [file = '', criteria] = process.argv.slice(2);
const dataset = downloadedDataset.parse(JSON.parse(readFileSync(file, 'utf8')));
const criterionSets = criteria === undefined ? undefined : readCriteria(readFileSync(criteria, 'utf8'));
const result = await importDataset({ dataset, ...(criterionSets && { criterionSets }) });
if (result.ok) console.info(`imported ${result.agreements} agreements`);
else {
  console.error([errors.reasons[result.reason], ...(result.issues ?? []).map(({ path, code }) => `${path}: ${code}`)].join('\n'));
  process.exitCode = 1;
}
await db.$disconnect();
