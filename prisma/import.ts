import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import errors from '@/lib/platform/i18n/messages/en/errors.json' with { type: 'json' };
import { readCriteria } from '@/lib/publication/import/criteria';
import { importDataset } from '@/lib/publication/import/import';
import { downloadedDataset } from '@/lib/publication/import/schema';

/** The number of errors to print at most. */
const MAX_FAULTS = 20;

/** Loads a downloaded agreements.json, and criteria.csv where one is named, into an empty database. */
const [file = '', criteria] = process.argv.slice(2);
const dataset = reading(file, (text) => downloadedDataset.parse(JSON.parse(text)));
const criterionSets = criteria === undefined ? undefined : reading(criteria, readCriteria);
if (!dataset || criterionSets === null) process.exitCode = 1;
else {
  const result = await importDataset({ dataset, ...(criterionSets && { criterionSets }) });
  if (result.ok) console.info(`imported ${result.agreements} agreements`);
  else {
    console.error(
      [errors.reasons[result.reason], ...(result.issues ?? []).map(({ path, code }) => `${path}: ${code}`)].join('\n'),
    );
    process.exitCode = 1;
  }
}
await db.$disconnect();

/** The content of a file; null, with a message, if it is missing or of another type than its name says. */
function reading<Content>(name: string, read: (text: string) => Content): Content | null {
  try {
    return read(readFileSync(name, 'utf8'));
  } catch (error) {
    console.error([`${name} is no file that was downloaded here:`, ...faultsOf(error).slice(0, MAX_FAULTS)].join('\n'));
    return null;
  }
}

function faultsOf(error: unknown): string[] {
  if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return [error instanceof Error ? error.message : String(error)];
}
