import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DECLARED_BY, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { agreementSlug } from '@/lib/agreements/schema';
import type { SeedCriterionSet, SeedDataset } from '@/lib/agreements/seed-schema';
import { createAgreement, writeRevision } from '@/lib/agreements/revisions';
import type { CellWrite } from '@/lib/agreements/revisions';
import type { SeedCall } from '@/lib/calls/schema';
import type { Tx } from '@/lib/platform/db/client';
import { endOfYear } from '@/lib/platform/i18n/dates';
import { stableIds } from '@/lib/platform/stable-ids';
import { participantInput } from '@/lib/review/participants/input-schema';
import { storeParticipants, storeParticipations } from '@/lib/review/participants/writing';
import type { SnippetInput } from '@/lib/review/snippet-schema';
import { contentOf, type SeedCell } from './correcting';
import type { MutationContext } from '@/lib/platform/mutation';
import { storeSummary } from '@/lib/contributions/summaries';

/** A file's summary of a contribution; `input` is parsed as a submission to the call. */
export const seedSummary = z.strictObject({
  call: z.string(),
  key: z.string().regex(/^[a-z0-9-]+$/),
  /** When the text came out, as far as its source says. */
  year: z.string().regex(/^\d{4}$/),
  summaryOf: z.string().min(1).max(300),
  input: z.record(z.string(), z.unknown()),
});
type SeedSummary = z.infer<typeof seedSummary>;

const SEED_LOCK = 27_111_865;

/** Makes other seeding processes wait for this transaction. */
const lockSeeding = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK}::bigint)`;

/** Adds the criterion sets and criteria that are absent. Returns how many criteria it added. */
export async function seedCriteria(sets: SeedCriterionSet[], tx: Tx): Promise<number> {
  await lockSeeding(tx);
  const rows = sets.map(({ criteria: _, ...set }, position) => ({ ...set, position }));
  await tx.criterionSet.createMany({ data: rows, skipDuplicates: true });
  const criteria = sets.flatMap((set) =>
    set.criteria.map((criterion, position) => ({ ...criterion, setSlug: set.slug, position })),
  );
  const { count } = await tx.criterion.createMany({ data: criteria, skipDuplicates: true });
  return count;
}

/**
 * Whether the dataset came from a download: an absent agreement was then removed by editors, and must not come back.
 */
const isImported = async (tx: Tx) => (await tx.auditEvent.count({ where: { action: 'dataset.imported' } })) > 0;

/** Adds the agreements that are absent, each as its revision 1 with the paper as source. Returns how many it added. */
export async function seedAgreements({ source, agreements }: SeedDataset, tx: Tx): Promise<number> {
  if (await isImported(tx)) return 0;
  const present = new Set((await tx.agreement.findMany({ select: { slug: true } })).map((row) => row.slug));
  const criteria = (await tx.criterion.findMany({ select: { key: true } })).map((row) => row.key);
  const absent = agreements.filter((agreement) => !present.has(agreement.slug));
  // Not the day of installation: two installations must give the same files, to the last byte.
  const at = endOfYear(source.date.slice(0, 4));
  for (const { slug, facts, assessments } of absent) {
    const { id } = await createAgreement({ slug, name: facts.name.value, shortName: facts.shortName.value }, tx);
    const stated = Object.entries({ ...facts, ...assessments }).flatMap(([key, cell]) =>
      cell ? [cellOf(key, cell, source.date)] : [],
    );
    const unassessed = criteria
      .filter((key) => !assessments[key])
      .map((key) => cellOf(key, { value: 'not_assessed' }, null));
    const cells = [...stated, ...unassessed];
    const summary = `${source.title}, ${source.publisher}, ${source.date}`;
    await writeRevision(
      { agreementId: id, kind: 'import', summary, userId: null, contributionId: null, cells, at },
      tx,
    );
  }
  return absent.length;
}

/** `year` is that of the paper: its statements were true then, as far as the sources say. */
const cellOf = (key: string, cell: SeedCell, year: string | null): CellWrite => ({
  key,
  content: { ...contentOf(cell), asOf: cell.asOf ?? year },
  seenVersion: 0,
});

/**
 * Adds the calls that never were here, with their questionnaire versions and annex: what admins have changed, hidden or
 * removed stays so. Returns how many it added.
 */
export async function seedCalls(calls: SeedCall[], tx: Tx): Promise<number> {
  const [present, seeded] = [
    await tx.call.findMany({ select: { slug: true } }),
    await tx.seededCall.findMany({ select: { slug: true } }),
  ];
  const known = new Set([...present, ...seeded].map(({ slug }) => slug));
  const absent = calls.filter(({ slug }) => !known.has(slug));
  await tx.seededCall.createMany({ data: calls.map(({ slug }) => ({ slug })), skipDuplicates: true });
  for (const { annex, questionnaires, ...call } of absent) {
    const { id } = await tx.call.create({ data: call, select: { id: true } });
    await tx.questionnaire.createMany({
      data: questionnaires.map((one) => ({ id: randomUUID(), callId: id, publishedAt: new Date(), ...one })),
    });
    const agreements = await tx.agreement.findMany({
      where: { slug: { in: annex } },
      select: { id: true, slug: true },
    });
    const idOf = new Map(agreements.map((row) => [row.slug, row.id]));
    const listed = (await isImported(tx)) ? annex.filter((slug) => idOf.has(slug)) : annex;
    const rows = listed.map((slug, position) => {
      const agreementId = idOf.get(slug);
      if (!agreementId)
        throw new Error(`The annex of call ${call.slug} names ${slug}, which the dataset does not have.`);
      return { callId: id, agreementId, position };
    });
    await tx.callAgreement.createMany({ data: rows });
  }
  return absent.length;
}

/** The calls that this installation does not have and never had. */
export async function unseededCalls(calls: SeedCall[], tx: Tx): Promise<Set<string>> {
  const known = await tx.seededCall.findMany({ select: { slug: true } });
  return new Set(calls.map(({ slug }) => slug).filter((slug) => !known.some((call) => call.slug === slug)));
}

/**
 * Adds the forum's summaries of contributions that were published elsewhere, to calls that this start of the
 * installation has made: nothing is put among the contributions of a call in use, and what was removed does not come
 * back. Returns how many it added.
 */
export async function seedSummaries(
  summaries: SeedSummary[],
  calls: ReadonlySet<string>,
  context: MutationContext,
): Promise<number> {
  const fresh = summaries.filter(({ call }) => calls.has(call));
  for (const { call, key, year, summaryOf, input } of fresh)
    await storeSummary({ callSlug: call, key, summaryOf, input, now: endOfYear(year) }, context);
  return fresh.length;
}

/** A file's participants of one agreement, with what they have in common. */
export const seedRegister = z.strictObject({
  agreement: agreementSlug,
  action: z.enum(PARTICIPATION_ACTIONS),
  declaredBy: z.enum(DECLARED_BY),
  source: z.string().min(1),
  participants: z.array(participantInput),
});
type SeedRegister = z.infer<typeof seedRegister>;

/**
 * Fills the register of participants where it never held anything: rows that editors removed must not come back.
 * Returns how many participants it added.
 */
export async function seedParticipants(lists: SeedRegister[], tx: Tx): Promise<number> {
  await lockSeeding(tx);
  if ((await isImported(tx)) || (await tx.participantVersion.count()) > 0) return 0;
  let added = 0;
  for (const { agreement, participants, ...stated } of lists) {
    const found = await tx.agreement.findUnique({ where: { slug: agreement }, select: { id: true } });
    if (!found) continue;
    const newId = stableIds(`participants of ${agreement}`);
    const stored = await storeParticipants(participants, null, tx, newId);
    const rows = stored.map(({ id }) => ({ ...stated, participantId: id, agreementId: found.id, verified: false }));
    await storeParticipations(rows, null, tx, newId);
    added += stored.length;
  }
  return added;
}

/**
 * Adds words for reasons if there are none and never were: editors rename, change and delete them, and deleted ones
 * must not come back. Returns how many it added.
 */
export async function seedSnippets(snippets: SnippetInput[], tx: Tx): Promise<number> {
  await lockSeeding(tx);
  const touched = (await tx.snippet.count()) + (await tx.auditEvent.count({ where: { subjectKind: 'snippet' } }));
  if (touched > 0) return 0;
  const { count } = await tx.snippet.createMany({ data: snippets, skipDuplicates: true });
  return count;
}

/** Puts the first admin on the allow-list where there is no admin at all. Returns how many it added (0 or 1). */
export async function seedFirstAdmin(email: string, { tx, audit }: MutationContext): Promise<number> {
  const admins = await tx.user.count({ where: { role: 'admin', deactivatedAt: null } });
  if (admins > 0) return 0;
  const address = email.toLowerCase();
  const { id } = await tx.user.upsert({
    where: { email: address },
    create: { email: address, role: 'admin' },
    update: { role: 'admin', deactivatedAt: null },
    select: { id: true },
  });
  await audit({ action: 'user.first_admin', subject: { kind: 'user', id } });
  return 1;
}
