import { randomUUID } from 'node:crypto';
import { db, Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import type { AuditActor } from '@/lib/audit/mutations';
import { recordAudit } from '@/lib/audit/mutations';
import { listCriterionKeys } from '@/lib/agreements/queries';
import { acceptsContributions, callState } from '@/lib/calls/state';
import type { Failure, Result } from '@/lib/errors';
import { failure, Refusal, refusable } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/routing';
import { queueMail } from '@/lib/mail/mutations';
import { newSecret } from '@/lib/secret';
import { attachToRevision } from './attachments/mutations';
import { findCallForSubmission } from './queries';
import { writeSubmissionRows } from './records/mutations';
import { rowsOf, wordsOf } from './rows';
import { issuesOf, submissionSchema } from './schema';
import type { Submission } from './schema';
import type { ContributionStatus } from './state';
import { statesBefore } from './state';
import { resolveAgreements } from './targets';

export type SubmitInput = {
  callSlug: string;
  /** The body as it came in; parsed here, whichever door it came through. */
  input: unknown;
  /** Chosen by the sender: the same key again answers with the same contribution and stores nothing. */
  submissionKey?: string;
  /** The draft this submission was typed in. */
  draftId?: string;
  locale?: Locale;
  now?: Date;
};

export type Submitted = { reference: string; /** The private link's token; absent for a draft, which has its own, and on a repeat. */ token?: string };

/**
 * Stores a contribution as its revision 1, whole or not at all, and gives it its reference.
 * Reasons: `unknown_call`, `call_not_open`, `call_closed`, `invalid` (with issues), `not_found` (no such draft),
 * `already_submitted` (the draft is one no longer).
 */
export async function submitContribution({ callSlug, input, submissionKey, draftId, locale = 'en', now = new Date() }: SubmitInput): Promise<Result<Submitted>> {
  const call = await findCallForSubmission(callSlug, locale, draftId);
  if (!call) return failure('unknown_call');
  const state = callState(call, now);
  if (!acceptsContributions(state)) return failure(state === 'upcoming' ? 'call_not_open' : 'call_closed');

  const parsed = submissionSchema(call.questionnaire, await listCriterionKeys()).safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));

  return refusable(async () => {
    try {
      return await db.$transaction((tx) => store({ call, submission: parsed.data, submissionKey, draftId, locale, now }, tx));
    } catch (error) {
      const repeated = submissionKey !== undefined && isUniqueViolation(error) && (await findBySubmissionKey(submissionKey, call.id));
      if (repeated) return { ok: true as const, reference: repeated };
      throw error;
    }
  });
}

type StoreInput = {
  call: { id: string; slug: string; questionnaireId: string };
  submission: Submission;
  submissionKey?: string;
  draftId?: string;
  locale: Locale;
  now: Date;
};

async function store({ call, submission, submissionKey, draftId, locale, now }: StoreInput, tx: Tx): Promise<Result<Submitted>> {
  const targets = await resolveAgreements(submission, tx);
  if (!targets.ok) throw new Refusal(targets);
  const id = draftId ?? randomUUID();
  const token = draftId ? undefined : newSecret();
  const fresh = token === undefined ? null : { callId: call.id, questionnaireId: call.questionnaireId, submissionKey, token };
  const rows = rowsOf(submission, { contributionId: id, fresh, agreements: targets.agreements, now });
  await writeSubmissionRows(rows, tx);
  for (const revision of rows.revisions) await attachToRevision({ contributionId: id, revisionId: revision.id }, tx);
  if (submission.about.email) await queueReceipts(id, locale, tx);
  await recordAudit(tx, {
    actor: { kind: 'contributor' },
    action: 'contribution.submitted',
    subject: { kind: 'contribution', id },
    details: { revision: 1, proposals: rows.proposals.length, changes: rows.changes.length },
  });
  // Last, since it holds the call's row: contributions to one call are numbered one after the other.
  const reference = await nameSubmission({ id, call, submission, now }, tx);
  return { ok: true, reference, token };
}

/** To an address nobody has confirmed yet only a link to confirm it leaves; the receipt waits for that (decision 8 of the design). */
async function queueReceipts(contributionId: string, locale: Locale, tx: Tx): Promise<void> {
  const common = { to: { contributionId }, status: 'queued', locale } as const;
  await queueMail(tx, { ...common, kind: 'confirm-address', payload: {}, dedupeKey: `confirm-address:${contributionId}` });
  await queueMail(tx, { ...common, kind: 'contribution-received', payload: { revision: 1 }, dedupeKey: `contribution-received:${contributionId}:1` });
}

type NamingInput = { id: string; call: { id: string; slug: string }; submission: Submission; now: Date };

/** Gives number, reference and public attribution, and turns the draft into a submission. */
async function nameSubmission({ id, call, submission, now }: NamingInput, tx: Tx): Promise<string> {
  const { about } = submission;
  const shown = <T>(allowed: boolean, value: T | undefined) => (about.anonymous || !allowed ? null : (value ?? null));
  const [row] = await tx.$queryRaw<{ reference: string }[]>(Prisma.sql`
    WITH numbered AS (
      UPDATE calls SET next_number = next_number + 1 WHERE id = ${call.id}::uuid RETURNING next_number - 1 AS number
    )
    UPDATE contributions SET number = numbered.number,
      reference = 'BPF-' || upper(${call.slug}) || '-' || lpad(numbered.number::text, greatest(3, length(numbered.number::text)), '0'),
      status = 'submitted', status_at = ${now}, submitted_at = ${now}, current_revision = 1, anonymous = ${about.anonymous},
      public_name = ${shown(about.show.name, about.name)}, public_affiliation = ${shown(about.show.affiliation, about.affiliation)},
      public_country = ${shown(about.show.country, about.country)}, stakeholder_group = ${about.stakeholderGroup ?? null}::stakeholder_group,
      search = to_tsvector('simple', ${wordsOf(submission)})
    FROM numbered WHERE id = ${id}::uuid AND status = ANY(${statesBefore('submitted')}::contribution_status[]) RETURNING reference`);
  if (!row) throw new Refusal(failure('already_submitted'));
  return row.reference;
}

/**
 * The one function that moves a contribution from one status to another, guarded by the transition table in the WHERE.
 * Repeating what already happened changes nothing and returns `already_in_status`; anything else returns `not_allowed_in_status`.
 */
export async function changeStatus(
  { id, to, actor, reason, now = new Date() }: { id: string; to: Exclude<ContributionStatus, 'draft' | 'submitted'>; actor: AuditActor; reason?: string; now?: Date },
  tx: Tx,
): Promise<{ ok: true } | Failure> {
  const { count } = await tx.contribution.updateMany({
    where: { id, status: { in: statesBefore(to) } },
    data: { status: to, statusAt: now, statusReason: reason ?? null, ...(to === 'published' && { publishedAt: now }) },
  });
  if (count === 0) {
    const row = await tx.contribution.findUnique({ where: { id }, select: { status: true } });
    if (!row) return failure('not_found');
    return failure(row.status === to ? 'already_in_status' : 'not_allowed_in_status');
  }
  await recordAudit(tx, { actor, action: `contribution.${to}`, subject: { kind: 'contribution', id } });
  return { ok: true };
}

async function findBySubmissionKey(submissionKey: string, callId: string): Promise<string | null> {
  const row = await db.contribution.findUnique({ where: { submissionKey, callId }, select: { reference: true } });
  return row?.reference ?? null;
}

/** The unique index of submission keys refused: the same submission is there already, or arriving at this moment. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2010' && /23505|contributions_submission_key_key/.test(error.message);
}
