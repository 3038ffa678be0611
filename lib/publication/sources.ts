import { z } from 'zod';
import { inFactOrder } from '@/lib/agreements/facts/registry';
import { citationReader } from '@/lib/agreements/sources/citations';
import { listSourceRows } from '@/lib/agreements/sources/sources';
import type { SourceRow } from '@/lib/agreements/sources/sources';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { listAgreements, listCriterionSets } from './agreements';
import { publicSource, publicSourceRecord } from './source-schema';
import type { PublicAgreement, PublicCriterionSet } from './schema';
import type { PublicSource, PublicSourceRecord } from './source-schema';
import type { ViewShape } from './views/address';

/** The pages of what rests on a source. */
export const sourceViewShape = {
  page: { value: z.string().regex(/^[1-9]\d{0,4}$/), most: 1 },
} satisfies ViewShape;

/** What the records of sources are computed from. */
export type SourceContentRead = {
  rows: readonly SourceRow[];
  agreements: readonly PublicAgreement[];
  sets: readonly PublicCriterionSet[];
};

/** The sources by title, each with the number of cells that rest on it. */
export async function listSources(tx: Tx = db): Promise<PublicSource[]> {
  const [rows, agreements, sets] = [
    await listSourceRows(tx),
    await listAgreements({}, tx),
    await listCriterionSets(tx),
  ];
  return sourcesAmong({ rows, agreements, sets });
}

/** One source with all that rests on it; null for an unknown key. */
export async function readSourceRecord(key: string): Promise<PublicSourceRecord | null> {
  const rows = await listSourceRows();
  if (!rows.some((row) => row.key === key)) return null;
  return sourceRecord(key, { rows, agreements: await listAgreements(), sets: await listCriterionSets() });
}

/** The same list, of content that has been read. */
export function sourcesAmong(read: SourceContentRead): PublicSource[] {
  const resting = restingOn(read);
  return read.rows
    .map((row) => publicSource.parse(hideContactDetails({ ...row, ...countsOf(resting.get(row.key) ?? []) })))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en') || (one.key < other.key ? -1 : 1));
}

/** The same record, of content that has been read; null for an unknown key. */
export function sourceRecord(key: string, read: SourceContentRead): PublicSourceRecord | null {
  const row = read.rows.find((one) => one.key === key);
  if (!row) return null;
  const rests = restingOn(read).get(key) ?? [];
  return publicSourceRecord.parse(hideContactDetails({ ...row, ...countsOf(rests), rests }));
}

type Resting = PublicSourceRecord['rests'][number];

/** By source: the cells whose source names it, also where it names another one more clearly. */
function restingOn({ rows, agreements, sets }: SourceContentRead): Map<string, Resting[]> {
  const citations = citationReader(rows);
  const criteria = sets.flatMap((set) => set.criteria.map((criterion) => criterion.key));
  const resting = new Map<string, Resting[]>(rows.map(({ key }) => [key, []]));
  for (const { slug, name, shortName, facts, assessments } of agreements) {
    for (const cell of [...inFactOrder(Object.keys(facts)), ...criteria]) {
      const content = facts[cell] ?? assessments[cell];
      for (const { source, place } of citations(content?.source ?? null))
        resting.get(source.key)?.push({
          agreement: { slug, name, shortName },
          cell,
          value: content?.value ?? null,
          note: content?.note ?? null,
          place,
        });
    }
  }
  return resting;
}

const countsOf = (rests: readonly Resting[]) => ({
  cells: rests.length,
  agreements: new Set(rests.map(({ agreement }) => agreement.slug)).size,
});
