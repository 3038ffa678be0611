import type { AssessmentValue } from '@/lib/agreements/schema';
import { pastContent } from '@/lib/agreements/schema';
import { readCellRedactor } from '@/lib/agreements/redacted-cells';
import { db } from '@/lib/platform/db/client';
import { listAgreements, listCriterionSets, REVISION, serialiseRevision } from './agreements';
import { assessmentOf, tally } from './assessments';
import { quotationOf } from './fact-rows';
import { listProjects } from './projects';
import { publicCriterionRecord } from './schema';
import type { PublicAgreement, PublicCriterionRecord, PublicCriterionSet, PublicProject } from './schema';

export type CriterionChange = PublicCriterionRecord['changes'][number];

/** The order in which a criterion's values are read; what is open comes separately. */
export const STATED_VALUES = ['yes', 'indirect', 'unclear', 'no'] as const satisfies readonly AssessmentValue[];

/** Older changes are read in the history of their agreements. */
const MAX_CHANGES = 200;

/** One criterion with its cells of all agreements, its projects and its history; null for an unknown key. */
export async function readCriterionRecord(key: string): Promise<PublicCriterionRecord | null> {
  const sets = await listCriterionSets();
  if (!criterionIn(sets, key)) return null;
  const [agreements, projects, changes] = await Promise.all([
    listAgreements(),
    listProjects(),
    listCriterionChanges(key),
  ]);
  return criterionRecord(key, { sets, agreements, projects, changes });
}

export type CriterionContent = {
  sets: readonly PublicCriterionSet[];
  agreements: readonly PublicAgreement[];
  projects: readonly PublicProject[];
  changes: readonly CriterionChange[];
};

/** The same, of content that has been read; null for an unknown key. */
export function criterionRecord(
  key: string,
  { sets, agreements, projects, changes }: CriterionContent,
): PublicCriterionRecord | null {
  const found = criterionIn(sets, key);
  if (!found) return null;
  const { criterion, set } = found;
  const byName = agreements.toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'en'));
  const { not_assessed: _, ...counts } = tally(byName, key);
  return publicCriterionRecord.parse({
    ...criterion,
    set,
    counts,
    assessments: STATED_VALUES.flatMap((value) =>
      byName.flatMap((agreement) => {
        const cell = agreement.assessments[key];
        return cell && assessmentOf(agreement, key) === value
          ? [{ ...cell, quotation: quotationOf(agreement, key), agreement: nameOf(agreement) }]
          : [];
      }),
    ),
    open: byName.filter((agreement) => assessmentOf(agreement, key) === 'not_assessed').map(nameOf),
    projects: projects.filter(({ criteria }) => criteria.some((one) => one.key === key)),
    changes,
  });
}

/** A criterion and its set without the others; null for an unknown key. */
function criterionIn(sets: readonly PublicCriterionSet[], key: string) {
  for (const { criteria, ...set } of sets) {
    const criterion = criteria.find((one) => one.key === key);
    if (criterion) return { criterion, set };
  }
  return null;
}

const nameOf = ({ slug, name, shortName }: PublicAgreement) => ({ slug, name, shortName });

/**
 * What was decided, taken back or corrected in the cells of a criterion, the newest first. What the dataset began with
 * is no change, and neither is a cell that began as not assessed.
 */
export async function listCriterionChanges(key: string): Promise<CriterionChange[]> {
  const rows = await db.revision.findMany({
    where: { changes: { some: { key } }, NOT: { kind: 'import', version: 1 } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_CHANGES,
    select: {
      ...REVISION,
      changes: { where: { key }, select: REVISION.changes.select },
      credits: { ...REVISION.credits, where: { key } },
      agreement: { select: { slug: true, name: true, shortName: true } },
    },
  });
  const redact = await readCellRedactor();
  return rows.flatMap(({ agreement, ...row }) => {
    const { changes, version, kind, at, reason } = serialiseRevision(row, redact);
    return changes
      .filter(({ before, after }) => before !== null || pastContent.safeParse(after).data?.value !== 'not_assessed')
      .map(({ before, after, contributions }) => ({
        ...{ agreement, version, kind, at, reason },
        ...{ before, after, contributions },
      }));
  });
}

/** How many cells of all agreements are not assessed yet, by criterion. */
export function openCells(sets: readonly PublicCriterionSet[], agreements: readonly PublicAgreement[]) {
  const keys = sets.flatMap(({ criteria }) => criteria.map(({ key }) => key));
  return new Map(keys.map((key) => [key, tally(agreements, key).not_assessed]));
}
