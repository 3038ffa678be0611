import { findAgreements } from '@/lib/agreements/cells';
import { audienceOf } from '@/lib/calls/audiences';
import { contentIn } from '@/lib/calls/calls';
import { acceptsContributions, callState } from '@/lib/calls/state';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { createLink } from '@/lib/contributions/links';
import { stateForEntries } from '@/lib/contributions/on-behalf/closed-calls';
import { isCorrectable } from '@/lib/contributions/state';
import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import type { Failure, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { isRemoved, MAX_SECTION_BYTES } from './steps';
import { readSection } from './stored-draft';
import type { StoredSection } from './stored-draft';
import { MAX_POSITIONS, placeOf, sectionKey } from './steps';
import { isBlank } from '@/lib/questions/typed-fields';
import { isSameJson } from '@/lib/platform/json';
import { readValues } from './values';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

type NewDraft = { callSlug: string; audience?: string; now?: Date };

/**
 * Begins a contribution to a call and returns its private link's token, which is stored nowhere. `audience` chooses the
 * wording of the questions. Reasons: those of `findCallForDraft`.
 */
export async function startDraft({
  callSlug,
  audience,
  now = new Date(),
}: NewDraft): Promise<Result<{ contributionId: string; token: string }>> {
  const call = await findCallForDraft({ callSlug, audience, now });
  if (!call.ok) return call;
  return mutation({ actor: 'contributor' }, async (context) => ({
    ok: true as const,
    ...(await createDraft({ ...call.row, audience }, context)),
  }));
}

/** What a draft begins with: the row of `findCallForDraft`, and the audience that was chosen. */
export type DraftBeginning = { callId: string; questionnaireId: string; audience?: string };

/** Creates the draft in the caller's mutation, with its first private link. */
export async function createDraft(
  { callId, questionnaireId, audience }: DraftBeginning,
  { tx, audit }: MutationContext,
): Promise<{ contributionId: string; token: string }> {
  const { id } = await tx.contribution.create({ data: { callId, questionnaireId, audience }, select: { id: true } });
  const token = await createLink({ contributionId: id, purpose: 'manage' }, tx);
  await audit({ action: 'contribution.begun', subject: { kind: 'contribution', id } });
  return { contributionId: id, token };
}

/**
 * The call and the version of its questionnaire with which a draft begins now, as columns of its row. Editors
 * who enter on behalf may do so after the closing too. Reasons: `unknown_call`, `call_not_open`, `call_closed`, for
 * editors `call_reported` instead (`stateForEntries`), `invalid` (no such audience).
 */
export async function findCallForDraft({
  callSlug,
  audience,
  onBehalf = false,
  now,
}: Omit<NewDraft, 'now'> & { now: Date; onBehalf?: boolean }): Promise<
  Result<{ row: { callId: string; questionnaireId: string } }>
> {
  const call = await db.call.findFirst({
    where: { slug: callSlug, published: true },
    select: {
      id: true,
      opensAt: true,
      closesAt: true,
      acceptsLate: true,
      questionnaires: {
        where: { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { id: true, content: true },
      },
    },
  });
  const questionnaire = call?.questionnaires[0];
  if (!call || !questionnaire) return failure('unknown_call');
  const stated = callState(call, now);
  const state = onBehalf ? await stateForEntries({ id: call.id, state: stated }) : stated;
  if (onBehalf && state === 'closed') return failure('call_reported');
  if (!acceptsContributions(state)) return failure(state === 'upcoming' ? 'call_not_open' : 'call_closed');
  if (audience !== undefined && !audienceOf(contentIn(questionnaire.content, 'en'), audience))
    return failure('invalid', [{ path: 'audience', code: 'unknown_choice' }]);
  return { ok: true, row: { callId: call.id, questionnaireId: questionnaire.id } };
}

export type SaveInput = {
  contributionId: string;
  /** `sectionKey` of its place. */
  key: string;
  /** The version the page was made from; 0 where nothing was saved yet. */
  expectedVersion: number;
  data: unknown;
  now?: Date;
};
export type Saved = { ok: true; version: number } | (Failure & { current?: StoredSection | null });

/**
 * Saves what is typed in one section, valid or not, unless it was saved elsewhere since. Saving the same again is a
 * no-op.
 * Reasons: `too_large` (over 1 MB), `not_found` (no such contribution), `withdrawn`, `already_submitted` (it is a draft
 * no longer), `saved_elsewhere` (with what is stored now in `current`).
 */
export async function saveSection({
  contributionId,
  key,
  expectedVersion,
  data,
  now = new Date(),
}: SaveInput): Promise<Saved> {
  if (Buffer.byteLength(JSON.stringify(data)) > MAX_SECTION_BYTES) return failure('too_large');
  return mutation({ actor: 'contributor' }, async ({ tx }) => {
    const refused = await holdDraft(contributionId, tx);
    if (refused) return refused;
    const count = await writeSection({ contributionId, key, expectedVersion, data, now }, tx);
    if (count === 1) return { ok: true, version: expectedVersion + 1 };
    const current = await readSection(contributionId, key, tx);
    if (current && isSameJson(current.data, data)) return { ok: true, version: current.version };
    return { ...failure('saved_elsewhere'), current };
  });
}

/** Writes only over the expected version; returns how many rows that were. */
export async function writeSection(
  { contributionId, key, expectedVersion, data, now }: Required<SaveInput>,
  tx: Tx,
): Promise<number> {
  const json = data as Prisma.InputJsonValue; // read from a form by `readValues`: texts, lists and flags
  if (expectedVersion === 0) {
    const created = await tx.draftSection.createMany({
      data: [{ contributionId, step: key, data: json, updatedAt: now }],
      skipDuplicates: true,
    });
    return created.count;
  }
  const updated = await tx.draftSection.updateMany({
    // The same words again are no new version: a page that was shown in between is still what is stored.
    where: { contributionId, step: key, version: expectedVersion, NOT: { data: { equals: json } } },
    data: { data: json, version: expectedVersion + 1, updatedAt: now },
  });
  return updated.count;
}

export type ProposalTarget =
  | { kind: 'update'; agreement: string }
  | { kind: 'new'; /** What it is called, where that is known already. */ name?: string };

/**
 * Begins a proposal within a step and returns its position. One that was begun already (the same agreement, or a new
 * one that is still empty, or has the name asked for) is returned again. Reasons: `not_found` (no such contribution or
 * agreement), `already_submitted`, `too_large` (no room for another one).
 */
export async function beginProposal({
  contributionId,
  step,
  target,
  now = new Date(),
}: {
  contributionId: string;
  step: string;
  target: ProposalTarget;
  now?: Date;
}): Promise<Result<{ position: number }>> {
  return mutation({ actor: 'contributor' }, async ({ tx }) => {
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    const agreement =
      target.kind === 'update' ? (await findAgreements([target.agreement], tx)).get(target.agreement) : undefined;
    if (target.kind === 'update' && !agreement) return failure('not_found');

    const begun = await proposalsIn(contributionId, step, tx);
    const same = begun.find(({ data }) => !isRemoved(data) && isSameTarget(readValues('proposal', data), target));
    if (same) return { ok: true, position: same.position };
    const last = Math.max(0, ...begun.map(({ position }) => position));
    if (last >= MAX_POSITIONS || begun.filter(({ data }) => !isRemoved(data)).length >= ANSWER_LIMITS.proposals)
      return failure('too_large');

    const position = last + 1;
    const cells = target.kind === 'new' && target.name ? { name: { value: target.name } } : undefined;
    const data = readValues('proposal', { ...target, baseVersion: agreement?.version, cells });
    await tx.draftSection.create({
      data: { contributionId, step: sectionKey({ step, position }), data: data, updatedAt: now },
      select: { step: true },
    });
    return { ok: true, position };
  });
}

async function proposalsIn(contributionId: string, step: string, tx: Tx) {
  const rows = await tx.draftSection.findMany({
    where: { contributionId, step: { startsWith: `${step}/` } },
    select: { step: true, data: true },
  });
  return rows.map(({ step: key, data }) => ({ position: placeOf(key).position ?? 0, data }));
}

function isSameTarget(values: ReturnType<typeof readValues<'proposal'>>, target: ProposalTarget): boolean {
  if (target.kind === 'update') return values.kind === 'update' && values.agreement === target.agreement;
  if (values.kind !== 'new') return false;
  if (target.name) return values.cells.name?.value.trim() === target.name;
  return isBlank([values.comment]) && isBlank(values.cells) && isBlank(values.signatories);
}

/**
 * Takes a proposal out of a draft, or back in; what was typed stays. Doing so again is a no-op.
 * Reasons: `not_found` (no such proposal), `already_submitted`.
 */
export async function setProposalRemoved({
  contributionId,
  key,
  removed,
  now = new Date(),
}: {
  contributionId: string;
  key: string;
  removed: boolean;
  now?: Date;
}): Promise<Result> {
  return mutation({ actor: 'contributor' }, async ({ tx }) => {
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    const section = await readSection(contributionId, key, tx);
    if (!section || placeOf(key).position === undefined) return failure('not_found');
    if (isRemoved(section.data) === removed) return { ok: true };
    const data = { ...readValues('proposal', section.data), ...(removed && { removed }) };
    await writeSection({ contributionId, key, expectedVersion: section.version, data, now }, tx);
    return { ok: true };
  });
}

/**
 * Keeps the contribution a draft, or its correction open, until the transaction ends; `alone` also keeps others out.
 * Returns why it can't: `not_found`, `withdrawn`, `already_submitted`.
 */
export async function holdDraft(
  contributionId: string,
  tx: Tx,
  how: 'shared' | 'alone' = 'shared',
): Promise<Failure | null> {
  const [row] =
    how === 'alone'
      ? await tx.$queryRaw<
          { status: ContributionStatus }[]
        >`SELECT status::text FROM contributions WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`
      : await tx.$queryRaw<
          { status: ContributionStatus }[]
        >`SELECT status::text FROM contributions WHERE id = ${contributionId}::uuid FOR SHARE`;
  if (!row) return failure('not_found');
  if (row.status === 'draft') return null;
  if (row.status === 'withdrawn') return failure('withdrawn');
  // What was sent is typed in again only once its contributor has opened a correction, which fills the sections.
  const correcting = isCorrectable(row.status) && (await tx.draftSection.count({ where: { contributionId } })) > 0;
  return correcting ? null : failure('already_submitted');
}
