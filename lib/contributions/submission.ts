import { randomUUID } from 'node:crypto';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { listCriterionKeys } from '@/lib/agreements/cells';
import { acceptsContributions, callState } from '@/lib/calls/state';
import type { CallState } from '@/lib/calls/state';
import type { Questionnaire } from '@/lib/calls/schema';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { queueMails } from '@/lib/notifications/outbox';
import { notifyAssignee } from '@/lib/notifications/notices';
import { newSecret } from '@/lib/platform/secret';
import { attachToRevision } from '@/lib/contributions/files/files';
import { contentHash } from './content-hash';
import { changesAddress, revokeConfirmations, takeBackUndecided } from '@/lib/contributions/corrections/resubmission';
import { holdDraft } from '@/lib/contributions/drafts/drafts';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import { findSameContent } from './duplicates';
import { findCallForSubmission } from './call-for-submission';
import { writeSubmissionRows } from './persistence';
import { rowsOf, submissionText } from './submission-rows';
import { issuesOf, submissionSchema } from './schema';
import type { Submission } from './schema';
import { mayStillSend, statesBeforeSubmission } from './state';
import type { KeyedSubmission } from './submission-key';
import { keyedSubmission } from './submission-key';
import { resolveAgreements } from './targets';
import { searchWords } from '@/lib/platform/text/fold-text';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { markSubmitted } from './status';

export type SubmitInput = {
  callSlug: string;
  /** The body as it came in; parsed here, from whichever endpoint it came. */
  input: unknown;
  /** Chosen by the sender: the same key with the same input again answers with the same contribution and stores nothing. */
  submissionKey?: string;
  /** The draft, or the open correction, this submission was typed in. */
  draftId?: string;
  /** `fingerprintOf` its sections when its author read it: what nobody has read is not sent. */
  seen?: string;
  /** Ask before the same words are stored twice. Whoever gives a `submissionKey` of its own to each has said that they are meant. */
  onlyOnce?: boolean;
  locale?: Locale;
  now?: Date;
};

export type Submitted = {
  reference: string;
  /** The private link's token; absent for a draft, which has its own, and on a repeat. */ token?: string;
};

/**
 * Stores a contribution as its revision 1, whole or not at all, and gives it its reference. From an open correction it makes
 * the next revision: undecided cells of earlier ones are taken back, decided ones that say the same keep their decision.
 * Reasons: `unknown_call`, `call_not_open`, `call_closed`, `correction_after_closing`, `invalid` (with issues), `not_found`
 * (no such draft), `already_submitted` (the draft is one no longer), `withdrawn`, `saved_elsewhere` (after it was read),
 * `duplicate_submission` (with `onlyOnce`: another contribution says the very same; its reference is an issue `sent_before` where the
 * contact details are the same too), `key_used_before` (the key came with something else).
 */
export async function submitContribution({
  callSlug,
  input,
  submissionKey,
  draftId,
  seen,
  onlyOnce = false,
  locale = 'en',
  now = new Date(),
}: SubmitInput): Promise<Result<Submitted>> {
  const call = await findCallForSubmission(callSlug, locale, draftId);
  if (!call) return failure('unknown_call');
  const keyed = submissionKey === undefined ? undefined : keyedSubmission(submissionKey, input);
  const parse = async () => submissionSchema(call.questionnaire, await listCriterionKeys()).safeParse(input);
  // Before anything else: who asks again after a lost answer is answered, although the call has closed since.
  const earlier = keyed && (await findByKey(keyed, call.id, parse));
  if (earlier) return earlier;
  const state = callState(call, now);
  // Whether a correction may still be sent depends on its status, which is asked for where nobody else can change it.
  if (!acceptsContributions(state) && !(draftId && state === 'closed'))
    return failure(state === 'upcoming' ? 'call_not_open' : 'call_closed');

  const parsed = await parse();
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));

  try {
    return await mutation({ actor: 'contributor' }, (context) =>
      store({ call, state, submission: parsed.data, keyed, draftId, seen, onlyOnce, locale, now }, context),
    );
  } catch (error) {
    const repeated = keyed && isUniqueViolation(error) && (await findByKey(keyed, call.id, parse));
    if (repeated) return repeated;
    throw error;
  }
}

type StoreInput = {
  call: { id: string; slug: string; questionnaireId: string; questionnaire: Questionnaire };
  state: CallState;
  submission: Submission;
  keyed?: KeyedSubmission;
  draftId?: string;
  seen?: string;
  onlyOnce: boolean;
  locale: Locale;
  now: Date;
};

async function store(
  { call, state, submission, keyed, draftId, seen, onlyOnce, locale, now }: StoreInput,
  { tx, audit }: MutationContext,
): Promise<Result<Submitted>> {
  const held = draftId ? await holdForSubmission({ id: draftId, state, seen }, tx) : FIRST;
  if (onlyOnce && held.revision === 1) await refuseRepetition(submission, call.id, tx);
  const targets = await resolveAgreements(submission, tx);
  if (!targets.ok) throw new DomainError(targets);
  const { revision } = held;
  const id = draftId ?? randomUUID();
  const token = draftId ? undefined : newSecret();
  const fresh =
    token === undefined
      ? null
      : {
          callId: call.id,
          questionnaireId: call.questionnaireId,
          submissionKey: keyed?.key,
          submissionHash: keyed?.hash,
          token,
        };
  const proposals =
    revision > 1
      ? await takeBackUndecided({ id, revision, submission, agreements: targets.agreements, now }, tx)
      : submission.proposals;
  const rows = rowsOf(
    { ...submission, proposals },
    {
      contributionId: id,
      revision,
      questions: call.questionnaire.questions,
      fresh,
      agreements: targets.agreements,
      words: wordsIn(locale),
      now,
    },
  );
  const readdressed = revision > 1 && (await changesAddress(id, submission.about.email, tx));
  await writeSubmissionRows(rows, tx);
  for (const { id: revisionId } of rows.revisions) await attachToRevision({ contributionId: id, revisionId }, tx);
  if (readdressed) await revokeConfirmations(id, now, tx);
  if (submission.about.email) await queueReceipts({ id, revision, confirm: revision === 1 || readdressed, locale }, tx);
  // What was typed now stands in its revision, and contact details in no second place.
  if (draftId) await tx.draftSection.deleteMany({ where: { contributionId: id } });
  await audit({
    action: 'contribution.submitted',
    subject: { kind: 'contribution', id },
    details: { revision, proposals: rows.proposals.length, changes: rows.changes.length },
  });
  if (revision > 1) return { ok: true, reference: await saveNextRevision({ id, revision, submission, now }, tx) };
  // Last, since it holds the call's row: contributions to one call are numbered one after the other.
  const reference = await assignReference({ id, call, submission, now }, tx);
  return { ok: true, reference, token };
}

const FIRST = { revision: 1 };

/** Fewer words than these are the same by chance: two organisations that signed the same agreement. */
const TELLING = 80;

/**
 * Throws DomainError `duplicate_submission`. The first one's reference is said only to whoever gives the same contact details, an address among
 * them: anybody else may say the same words as a stranger. Of two that come at once the second waits here for the first.
 */
async function refuseRepetition(submission: Submission, callId: string, tx: Tx): Promise<void> {
  if (submissionText(submission).length < TELLING) return;
  const hash = contentHash(submission);
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${callId}:${hash}`}, 0))`);
  const [first, { name, affiliation, email, country }] = [
    await findSameContent({ callId, hash }, tx),
    submission.about,
  ];
  if (!first) return;
  const own =
    email === undefined
      ? null
      : await findSameContent(
          {
            callId,
            hash,
            contact: { name: name ?? null, affiliation: affiliation ?? null, email, country: country ?? null },
          },
          tx,
        );
  throw new DomainError(
    failure(
      'duplicate_submission',
      own ? [{ path: '', code: 'sent_before', params: { reference: own.reference } }] : undefined,
    ),
  );
}

/**
 * Keeps the draft or the correction as it is until the transaction ends, and says which revision it will be.
 * Throws DomainError `not_found`, `withdrawn`, `already_submitted`, `call_closed`, `correction_after_closing`, `saved_elsewhere`.
 */
async function holdForSubmission(
  { id, state, seen }: { id: string; state: CallState; seen?: string },
  tx: Tx,
): Promise<{ revision: number }> {
  const refused = await holdDraft(id, tx, 'alone');
  if (refused) throw new DomainError(refused);
  const { status, currentRevision, draftSections, attachments } = await tx.contribution.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      currentRevision: true,
      draftSections: { select: { step: true, version: true } },
      attachments: { where: { removedAt: null }, select: { id: true } },
    },
  });
  if (!mayStillSend(status, state))
    throw new DomainError(failure(status === 'draft' ? 'call_closed' : 'correction_after_closing'));
  const stands = fingerprintOf(new Map(draftSections.map(({ step, version }) => [step, { version }])), attachments);
  if (seen !== undefined && seen !== stands) throw new DomainError(failure('saved_elsewhere'));
  return { revision: currentRevision + 1 };
}

/**
 * To an address nobody has confirmed yet only a link to confirm it leaves; the receipt, which holds content, waits for that.
 * A corrected address is a new one, to be confirmed anew.
 */
async function queueReceipts(
  { id, revision, confirm, locale }: { id: string; revision: number; confirm: boolean; locale: Locale },
  tx: Tx,
): Promise<void> {
  const common = { to: { contributionId: id }, status: 'queued', locale } as const;
  const confirmation = revision === 1 ? `confirm-address:${id}` : `confirm-address:${id}:${revision}`;
  const receipt = {
    ...common,
    kind: 'contribution-received',
    payload: { revision },
    dedupeKey: `contribution-received:${id}:${revision}`,
  } as const;
  await queueMails(
    tx,
    confirm ? [{ ...common, kind: 'confirm-address', payload: {}, dedupeKey: confirmation }, receipt] : [receipt],
  );
}

type NamingInput = { id: string; call: { id: string; slug: string }; submission: Submission; now: Date };

/** Gives number, reference and public attribution, and turns the draft into a submission. Throws DomainError `already_submitted`. */
export async function assignReference({ id, call, submission, now }: NamingInput, tx: Tx): Promise<string> {
  const { nextNumber } = await tx.call.update({
    where: { id: call.id },
    data: { nextNumber: { increment: 1 } },
    select: { nextNumber: true },
  });
  const number = nextNumber - 1;
  const reference = `BPF-${call.slug.toUpperCase()}-${String(number).padStart(3, '0')}`;
  const columns = Prisma.sql`number = ${number}, reference = ${reference}, submitted_at = ${now},
    ${submissionColumns({ revision: 1, submission, reference: Prisma.sql`${reference}` })}`;
  if (!(await markSubmitted({ id, from: statesBeforeSubmission(1), columns, now }, tx)))
    throw new DomainError(failure('already_submitted'));
  return reference;
}

/** The same for a further revision, which keeps number, reference and the day it first arrived. */
async function saveNextRevision(
  { id, revision, submission, now }: { id: string; revision: number; submission: Submission; now: Date },
  tx: Tx,
): Promise<string> {
  const columns = Prisma.sql`status_reason = NULL,
    ${submissionColumns({ revision, submission, reference: Prisma.sql`reference` })}`;
  const reference = await markSubmitted({ id, from: statesBeforeSubmission(revision), columns, now }, tx);
  if (!reference) throw new DomainError(failure('already_submitted'));
  await notifyAssignee(tx, { kind: 'corrected', by: null, contributionId: id });
  return reference;
}

/** What the contribution's own row tells of its newest revision. */
function submissionColumns({
  revision,
  submission,
  reference,
}: {
  revision: number;
  submission: Submission;
  reference: Prisma.Sql;
}): Prisma.Sql {
  const { about } = submission;
  const shown = <T>(allowed: boolean, value: T | undefined) => (about.anonymous || !allowed ? null : (value ?? null));
  return Prisma.sql`current_revision = ${revision}, anonymous = ${about.anonymous}, shows_contacts = ${submission.showContacts},
    public_name = ${shown(about.show.name, about.name)}, public_affiliation = ${shown(about.show.affiliation, about.affiliation)},
    public_country = ${shown(about.show.country, about.country)}, stakeholder_group = ${about.stakeholderGroup ?? null}::stakeholder_group,
    language = ${submission.language ?? null},
    search = to_tsvector('simple', concat_ws(' ', reference_words(${reference}), ${searchWords(submissionText(submission))}::text)), content_hash = ${contentHash(submission)}`;
}

/**
 * What a key was used for in this call: the same submission, or `key_used_before`. Null where it was not used. Of those stored before keys
 * and bodies belonged together, the words are compared.
 */
async function findByKey(
  { key, hash }: KeyedSubmission,
  callId: string,
  parse: () => Promise<{ data?: Submission }>,
): Promise<Result<Submitted> | null> {
  const row = await db.contribution.findUnique({
    where: { submissionKey: key, callId },
    select: { reference: true, submissionHash: true, contentHash: true },
  });
  if (!row?.reference) return null;
  const submission = row.submissionHash === null ? (await parse()).data : undefined;
  const same =
    row.submissionHash === null
      ? submission !== undefined && contentHash(submission) === row.contentHash
      : row.submissionHash === hash;
  return same ? { ok: true, reference: row.reference } : failure('key_used_before');
}

/** The unique index of submission keys refused: the same submission is there already, or arriving at this moment. */
function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2010' &&
    /23505|contributions_submission_key_key/.test(error.message)
  );
}
