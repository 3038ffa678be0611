import { randomUUID } from 'node:crypto';
import type { Editor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { writeMessage } from '@/lib/contributions/messages';
import { writeDeskSearch } from '@/lib/contributions/redaction/desk-search';
import { occurrencesOf, REDACTION_REASONS } from '@/lib/platform/redaction/marks';
import type { TextRange } from '@/lib/platform/redaction/marks';
import { readTextRows, textAt, writeRedacted } from '@/lib/contributions/redaction/overlay';
import { queueMail } from '@/lib/notifications/outbox';
import { TAGS } from '@/lib/platform/cache/tags';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { loadReviewable } from '@/lib/review/decide';
import { readPlaceLabels } from './places';
import type { RedactionInput } from './schema';

type RedactInput = { editor: Editor; reference: string; input: RedactionInput; now?: Date };

/**
 * Takes a passage out of what readers read of a contribution's newest revision: pages, files, API and search. The stored
 * words do not change. The contributor gets a message with the reason, by mail too where they can be reached. The same
 * redaction again changes nothing.
 * Reasons: `not_found` (no such contribution or text), a `Blocker` (lib/review/policy), `not_allowed_in_status`
 * (withdrawn), `passage_not_found`, `passage_repeated` (it occurs several times, and none of them was named; the code of
 * the issue ends with how often), `name_in_dataset` (an agreement has this name today).
 */
export function redactPassage({ editor, reference, input, now = new Date() }: RedactInput): Promise<Result> {
  if (!can(editor, 'contribution.redact')) return Promise.resolve(failure('forbidden'));
  return mutation({ actor: editor, reference, command: 'redact' }, (context) =>
    redact({ editor, reference, input, now }, context),
  );
}

async function redact(
  { editor, reference, input, now }: Required<RedactInput>,
  context: MutationContext,
): Promise<Result> {
  const { tx, audit } = context;
  const { place, passage, occurrence, reason, note } = input;
  const { id, reachable } = await loadReviewable(reference, editor, tx, ['declined']);
  const revision = await readNewest(id, context);
  const rows = await readTextRows(id, revision.id, tx);
  const found = textAt(rows, place);
  if (!found) throw new DomainError(failure('not_found'));
  await demandNoName(place, tx);
  const chosen = chooseRanges(occurrencesOf(passage, found.text), occurrence);
  const text = { revisionId: found.revisionId, place, textHash: found.hash };
  const present = await tx.redaction.findMany({
    where: { ...text, liftedAt: null },
    select: { start: true, end: true },
  });
  const added = chosen.filter(({ start, end }) => !present.some((one) => one.start === start && one.end === end));
  if (added.length === 0) return { ok: true };
  const common = { contributionId: id, ...text, reason, note, userId: editor.userId, createdAt: now };
  await tx.redaction.createMany({ data: added.map((range) => ({ id: randomUUID(), ...common, ...range })) });
  await applyTo(id, reference, context);
  await audit({
    action: 'contribution.passage_redacted',
    subject: { kind: 'contribution', id },
    details: { revision: revision.number, reason, passages: added.length },
  });
  const label = (await readPlaceLabels(id, rows, tx)).get(place) ?? '';
  const told = tellingOf({ label, reason, note, count: added.length });
  const message = await writeMessage(
    { contributionId: id, kind: 'note', revision: revision.number, text: told, userId: editor.userId, now },
    tx,
  );
  if (reachable)
    await queueMail(tx, {
      kind: 'editor-note',
      to: { contributionId: id },
      payload: { message },
      dedupeKey: `editor-note:${message}`,
      status: 'queued',
      locale: 'en',
    });
  return { ok: true };
}

/**
 * An agreement's name today stands in every list and heading, and is no text of a contribution any more: the dataset is
 * corrected first. A former name is redacted as any other text.
 */
async function demandNoName(place: string, tx: MutationContext['tx']): Promise<void> {
  const change = /^cell\/([^/]+)\/value$/.exec(place)?.[1];
  if (change === undefined) return;
  const [named] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM proposed_changes x JOIN cells k ON k.key = x.key AND k.value = x.value
      AND k.agreement_id = coalesce(x.agreement_id, (SELECT p.agreement_id FROM proposals p WHERE p.id = x.proposal_id))
    WHERE x.id = ${change}::uuid AND x.key IN ('name', 'shortName') AND x.status IN ('accepted', 'amended')`;
  if (named) throw new DomainError(failure('name_in_dataset', [{ path: 'passage', code: 'name_in_dataset' }]));
}

const readNewest = (contributionId: string, { tx }: MutationContext) =>
  tx.contributionRevision.findFirstOrThrow({
    where: { contributionId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });

function chooseRanges(found: readonly TextRange[], occurrence: RedactionInput['occurrence']): readonly TextRange[] {
  if (found.length === 0)
    throw new DomainError(failure('passage_not_found', [{ path: 'passage', code: 'passage_not_found' }]));
  if (occurrence === 'all' || found.length === 1) return found;
  const range = occurrence === undefined ? undefined : found[occurrence - 1];
  if (range) return [range];
  const code = `passage_repeated:${found.length}`;
  throw new DomainError(failure('passage_repeated', [{ path: 'occurrence', code }]));
}

/** Applies the redactions of a contribution to everything that is read of it. It must be locked. */
async function applyTo(contributionId: string, reference: string, { tx, invalidate }: MutationContext): Promise<void> {
  const revisions = await tx.redaction.findMany({
    where: { contributionId },
    distinct: ['revisionId'],
    orderBy: { revisionId: 'asc' },
    select: { revisionId: true },
  });
  for (const { revisionId } of revisions)
    await writeRedacted(contributionId, await readTextRows(contributionId, revisionId, tx), tx);
  await writeDeskSearch(contributionId, tx);
  // Values of the dataset that came from it are read without the passage too.
  const agreements = await tx.agreement.findMany({
    where: { proposedChanges: { some: { contributionId } } },
    orderBy: { slug: 'asc' },
    select: { slug: true },
  });
  invalidate(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset, TAGS.reports, TAGS.sources);
  invalidate(...agreements.map(({ slug }) => TAGS.agreement(slug)));
}

type Told = { label: string; reason: RedactionInput['reason']; note: string; count: number };

function tellingOf({ label, reason, note, count }: Told): string {
  const passages = count === 1 ? 'a passage' : `${count} passages`;
  return `We took ${passages} out of what readers see of your contribution (${label}). The reason: ${REDACTION_REASONS[reason]}.\n\n${note}\n\nYour own text is unchanged, and this page shows you what readers do not see.`;
}

type LiftInput = { editor: Editor; reference: string; id: string; reason: string; now?: Date };

/**
 * Ends a redaction, with a reason for the editors: readers read the passage again. Lifting a lifted one changes nothing.
 * Reasons: those of `redactPassage`.
 */
export function liftRedaction({ editor, reference, id, reason, now = new Date() }: LiftInput): Promise<Result> {
  if (!can(editor, 'contribution.redact')) return Promise.resolve(failure('forbidden'));
  return mutation({ actor: editor, reference, command: 'lift_redaction' }, async (context) => {
    const { tx, audit } = context;
    const { id: contributionId } = await loadReviewable(reference, editor, tx, ['declined']);
    const known = await tx.redaction.count({ where: { id, contributionId } });
    if (known === 0) throw new DomainError(failure('not_found'));
    const { count } = await tx.redaction.updateMany({
      where: { id, liftedAt: null },
      data: { liftedAt: now, liftedById: editor.userId, liftReason: reason },
    });
    if (count === 0) return { ok: true };
    await applyTo(contributionId, reference, context);
    await audit({ action: 'contribution.redaction_lifted', subject: { kind: 'contribution', id: contributionId } });
    return { ok: true };
  });
}
