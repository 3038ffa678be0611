import { TAGS } from '@/lib/platform/cache/tags';
import type { Tx } from '@/lib/platform/db/client';
import { Prisma, db } from '@/lib/platform/db/client';
import type { Issue, Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import type { Editor } from '@/lib/accounts/policy';
import { listCriteria } from './cells';
import { CRITERION_SETS } from './constants';
import type { CriterionSetTexts, NewCriterionSet } from './criteria-schema';

/** Criteria appear on every page of the dataset, and in the form and documents of every call. */
const TAGS_OF_CRITERIA = [TAGS.dataset, TAGS.calls];

/** Sets added at the desk come after those of the seed, also when a later version of the seed brings more. */
const FIRST_POSITION = 100;

/** The sets of the seed are the forum's own words and can't be edited at the desk; sets added there can. */
const isEditable = (slug: string): boolean => !CRITERION_SETS.some((one) => one === slug);

/**
 * Adds a set with its criteria. Matrix, forms, downloads and API show it at once: every agreement is not assessed on it
 * yet.
 * Reasons: `invalid` with issues (`name_taken`: the name of the set or of a criterion exists already).
 */
export async function addCriterionSet({
  editor,
  set,
}: {
  editor: Editor;
  set: NewCriterionSet;
}): Promise<Result<{ slug: string }>> {
  return mutation({ actor: editor }, (context) => add(set, context));
}

async function add({ criteria, ...set }: NewCriterionSet, context: MutationContext): Promise<Result<{ slug: string }>> {
  const { tx } = context;
  // One at a time: two admins get two places in the order, and the second of two equal names is refused.
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('criterion_sets'))`);
  const issues = await takenNames(
    set.slug,
    criteria.map(({ key }) => key),
    tx,
  );
  if (issues.length > 0) throw new DomainError(failure('invalid', issues));
  const last = await tx.criterionSet.aggregate({ _max: { position: true } });
  const position = Math.max(FIRST_POSITION, (last._max.position ?? 0) + 1);
  await tx.criterionSet.create({ data: { ...set, position }, select: { slug: true } });
  await tx.criterion.createMany({
    data: criteria.map((criterion, at) => ({
      ...criterion,
      letter: criterion.letter ?? null,
      setSlug: set.slug,
      position: at,
    })),
  });
  await tell(
    { action: 'criterion_set.added', slug: set.slug, details: { criteria: criteria.map(({ key }) => key) } },
    context,
  );
  return { ok: true, slug: set.slug };
}

async function takenNames(slug: string, keys: string[], tx: Tx): Promise<Issue[]> {
  const sets = await tx.criterionSet.count({ where: { slug } });
  const taken = new Set(
    (await tx.criterion.findMany({ where: { key: { in: keys } }, select: { key: true } })).map((row) => row.key),
  );
  return [
    ...(sets > 0 ? [{ path: 'slug', code: 'name_taken' }] : []),
    ...keys.flatMap((key, index) => (taken.has(key) ? [{ path: `criteria.${index}.key`, code: 'name_taken' }] : [])),
  ];
}

/**
 * Changes the words of a set that was added at the desk, and of its criteria; never a name, and never which criteria it
 * has.
 * Reasons: `not_found` (no such set, or a set of the seed), `invalid` (`unknown_criterion`: not one of its criteria).
 */
export async function editCriterionSet({ editor, set }: { editor: Editor; set: CriterionSetTexts }): Promise<Result> {
  return mutation({ actor: editor }, (context) => edit(set, context));
}

async function edit({ slug, criteria, ...texts }: CriterionSetTexts, context: MutationContext): Promise<Result> {
  const { tx } = context;
  if (!isEditable(slug)) throw new DomainError(failure('not_found'));
  const { count } = await tx.criterionSet.updateMany({ where: { slug }, data: texts });
  if (count === 0) throw new DomainError(failure('not_found'));
  const known = new Set(
    (await tx.criterion.findMany({ where: { setSlug: slug }, select: { key: true } })).map((row) => row.key),
  );
  const issues = criteria.flatMap(({ key }, index) =>
    known.has(key) ? [] : [{ path: `criteria.${index}.key`, code: 'unknown_criterion' }],
  );
  if (issues.length > 0) throw new DomainError(failure('invalid', issues));
  for (const { key, letter, ...words } of criteria) {
    await tx.criterion.update({ where: { key }, data: { ...words, letter: letter ?? null }, select: { key: true } });
  }
  await tell({ action: 'criterion_set.edited', slug, details: { criteria: criteria.map(({ key }) => key) } }, context);
  return { ok: true };
}

type Told = { action: string; slug: string; details: Prisma.InputJsonObject };

async function tell({ action, slug, details }: Told, { audit, invalidate }: MutationContext): Promise<void> {
  await audit({
    action,
    subject: { kind: 'criterion_set', id: slug },
    details,
  });
  invalidate(...TAGS_OF_CRITERIA);
}

export type DeskCriterionSet = Awaited<ReturnType<typeof listDeskCriteria>>[number];

/**
 * The criterion sets with their criteria, how many cells are assessed on each, and whether the desk may edit its words.
 */
export async function listDeskCriteria() {
  const assessed = await db.cell.groupBy({
    by: ['criterionKey'],
    where: { criterionKey: { not: null }, value: { not: 'not_assessed' }, agreement: { retiredAt: null } },
    _count: { _all: true },
  });
  const counts = new Map(assessed.map((row) => [row.criterionKey, row._count._all]));
  return (await listCriteria()).map((set) => ({
    ...set,
    editable: isEditable(set.slug),
    assessed: set.criteria.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0),
  }));
}

/** One set that the desk may edit; null for any other. */
export async function readEditableSet(slug: string): Promise<DeskCriterionSet | null> {
  return (await listDeskCriteria()).find((set) => set.slug === slug && set.editable) ?? null;
}
