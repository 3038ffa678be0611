import { createHash, randomBytes, randomUUID } from 'node:crypto';
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
import { findCallForSubmission } from './queries';
import { rowsOf } from './rows';
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

type StoreInput = { call: { id: string; slug: string; questionnaireId: string }; submission: Submission; submissionKey?: string; draftId?: string; locale: Locale; now: Date };

async function store({ call, submission, submissionKey, draftId, locale, now }: StoreInput, tx: Tx): Promise<Result<Submitted>> {
  const targets = await resolveAgreements(submission, tx);
  if (!targets.ok) throw new Refusal(targets);
  const id = draftId ?? randomUUID();
  const token = draftId ? undefined : randomBytes(32).toString('base64url');

  if (!draftId) {
    await tx.contribution.create({ data: { id, callId: call.id, questionnaireId: call.questionnaireId, submissionKey }, select: { id: true } });
  }
  const rows = rowsOf(id, submission, targets.agreements, now);
  await writeRows(rows, tx);
  await writeContact(id, submission.about, tx);
  if (token) await tx.accessLink.create({ data: { contributionId: id, purpose: 'manage', tokenHash: hashToken(token) }, select: { id: true } });
  if (submission.about.email) {
    await queueMail(tx, { kind: 'confirm-address', to: { contributionId: id }, payload: {}, dedupeKey: `confirm-address:${id}`, status: 'queued', locale });
    await queueMail(tx, { kind: 'contribution-received', to: { contributionId: id }, payload: { revision: 1 }, dedupeKey: `contribution-received:${id}:1`, status: 'queued', locale });
  }
  await recordAudit(tx, {
    actor: { kind: 'contributor' },
    action: 'contribution.submitted',
    subject: { kind: 'contribution', id },
    details: { revision: 1, proposals: rows.proposals.length, changes: rows.changes.length },
  });
  // Last, since it holds the call's row: contributions to one call are numbered one after the other.
  const reference = await nameSubmission({ id, call, rows, submission, now }, tx);
  return { ok: true, reference, token };
}

async function writeRows(rows: ReturnType<typeof rowsOf>, tx: Tx): Promise<void> {
  await tx.contributionRevision.create({ data: rows.revision, select: { id: true } });
  if (rows.answers.length) await tx.answer.createMany({ data: rows.answers });
  if (rows.signatures.length) await tx.signature.createMany({ data: rows.signatures });
  if (rows.projects.length) await tx.project.createMany({ data: rows.projects });
  if (rows.projectAgreements.length) await tx.projectAgreement.createMany({ data: rows.projectAgreements });
  if (rows.projectCriteria.length) await tx.projectCriterion.createMany({ data: rows.projectCriteria });
  if (rows.proposals.length) await tx.proposal.createMany({ data: rows.proposals });
  if (rows.changes.length) await writeChanges(rows.changes, tx);
}

/**
 * The proposed cells, each with the content it was written against. The base is read from the agreement's history in the
 * same statement, so that a sender can't invent one.
 */
async function writeChanges(changes: ReturnType<typeof rowsOf>['changes'], tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base, base_version, value, note, source, status_at)
    SELECT x.id, x.proposal_id, x.contribution_id, x.agreement_id, x.key, x.criterion_key, (
        SELECT c.after FROM revisions r JOIN revision_cells c ON c.revision_id = r.id AND c.key = x.key
        WHERE r.agreement_id = x.agreement_id AND r.version <= x.base_version ORDER BY r.version DESC LIMIT 1
      ), x.base_version, x.value, x.note, x.source, x.status_at
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS x(id uuid, proposal_id uuid, contribution_id uuid, agreement_id uuid,
      key text, criterion_key text, base_version int, value jsonb, note text, source text, status_at timestamptz)`);
}

/** Contact details go into their own table; nothing is stored where nothing was given. */
async function writeContact(contributionId: string, { name, affiliation, email, country, show }: Submission['about'], tx: Tx): Promise<void> {
  if (!name && !affiliation && !email && !country) return;
  const data = { name, affiliation, email, country, showName: show.name, showAffiliation: show.affiliation, showCountry: show.country };
  await tx.contact.create({ data: { contributionId, ...data }, select: { contributionId: true } });
}

type NamingInput = { id: string; call: { id: string; slug: string }; rows: ReturnType<typeof rowsOf>; submission: Submission; now: Date };

/** Gives number, reference and public attribution, and turns the draft into a submission. */
async function nameSubmission({ id, call, rows, submission: { about }, now }: NamingInput, tx: Tx): Promise<string> {
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
      search = to_tsvector('simple', ${rows.words})
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

/** What is stored of a private link's token. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

async function findBySubmissionKey(submissionKey: string, callId: string): Promise<string | null> {
  const row = await db.contribution.findUnique({ where: { submissionKey, callId }, select: { reference: true } });
  return row?.reference ?? null;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
