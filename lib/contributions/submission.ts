import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/lib/platform/db/client';
import { listCriterionKeys } from '@/lib/agreements/cells';
import { STANDING_CALL } from '@/lib/calls/constants';
import { acceptsContributions, callState } from '@/lib/calls/state';
import type { CallState } from '@/lib/calls/state';
import { TAGS } from '@/lib/platform/cache/tags';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { newSecret } from '@/lib/platform/secret';
import { askedKeys } from '@/lib/questions/condition';
import { attachToRevision } from '@/lib/contributions/files/files';
import { missingAnswers, questionsWithFiles, unaskedAnswers } from './asked';
import { removeOriginals } from './originals';
import { changesAddress, revokeConfirmations, takeBackUndecided } from '@/lib/contributions/corrections/resubmission';
import { holdDraft } from '@/lib/contributions/drafts/drafts';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import { mailContributor } from './receipts';
import { refuseRepetition } from './duplicates';
import { findCallForSubmission, lockedState, refuseUnoffered } from './call-for-submission';
import type { CallForSubmission } from './call-for-submission';
import { writeSubmissionRows } from './persistence';
import { publishAtOnce } from './publish-at-once';
import { assignReference, saveNextRevision } from './submission-columns';
import { namingOf, readNames } from './revision-content';
import { rowsOf } from './submission-rows';
import { issuesOf, submissionSchema } from './schema';
import type { Submission } from './schema';
import { markSignedText } from './sign-offs';
import { stateForEntries } from './on-behalf/closed-calls';
import { mayStillSend } from './state';
import type { KeyedSubmission } from './submission-key';
import { findByKey, isUniqueViolation, keyedSubmission } from './submission-key';
import { resolveAgreements } from './targets';
import type { Telling } from '@/lib/questions/value-kind';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

export type SubmitInput = {
  callSlug: string;
  /** The body as it came in, from any endpoint; parsed here. */
  input: unknown;
  /** Chosen by the sender: the same key with the same input again returns the same contribution and stores nothing. */
  submissionKey?: string;
  /** The draft, or the open correction, this submission was typed in. */
  draftId?: string;
  /** `fingerprintOf` its sections when its author read it: only content that was read is sent. */
  seen?: string;
  /** The version of the text that is sent, as approvers read it: their answers to it are noted (`markSignedText`). */
  textVersion?: string;
  /** The editor who sends it on behalf of its contributor, with a link of theirs (docs/decisions/0044). */
  editorId?: string;
  /**
   * Refuses to store the same words twice. With a `submissionKey` for each, the sender has said that both are meant.
   */
  onlyOnce?: boolean;
  locale?: Locale;
  now?: Date;
};

export type Submitted = {
  reference: string;
  /** The private link's token; absent for a draft, which has its own, and on a repeat. */ token?: string;
};

/**
 * Stores a contribution as its revision 1, whole or not at all, and gives it its reference. From an open correction it
 * makes the next revision: undecided cells of earlier ones are withdrawn, decided ones with the same content keep their
 * decision.
 * Reasons: `unknown_call`, `call_not_open`, `call_closed`, `call_reported` (for editors), `correction_after_closing`, `invalid` (with issues),
 * `not_found` (no such draft), `already_submitted` (it is no draft any more), `withdrawn`, `saved_elsewhere` (after it
 * was read), `duplicate_submission` (with `onlyOnce`: another contribution has the same content; its reference is an
 * issue `sent_before` if the contact details are the same too), `key_used_before` (the key came with other content).
 */
export async function submitContribution({
  callSlug,
  input,
  submissionKey,
  draftId,
  seen,
  textVersion,
  editorId,
  onlyOnce = false,
  locale = 'en',
  now = new Date(),
}: SubmitInput): Promise<Result<Submitted>> {
  const call = await findCallForSubmission(callSlug, locale, draftId);
  if (!call) return failure('unknown_call');
  const keyed = submissionKey === undefined ? undefined : keyedSubmission(submissionKey, input);
  const parse = async () =>
    submissionSchema(call.questionnaire, await listCriterionKeys(), cellKeyFor).safeParse(input);
  // Before anything else: who asks again after a lost answer is answered, although the call has closed since.
  const earlier = keyed && (await findByKey(keyed, call.id, parse));
  if (earlier) return earlier;
  const state = await stateFor({ call, editorId, now });
  // Whether a correction may still be sent depends on its status, which is read later, under a lock.
  if (!acceptsContributions(state) && !(draftId && state === 'closed'))
    return failure(state === 'upcoming' ? 'call_not_open' : 'call_closed');

  const parsed = await parse();
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  const files = draftId ? await questionsWithFiles(draftId) : new Set<string>();
  const { questions } = call.questionnaire;
  const issues = [...unaskedAnswers(questions, parsed.data, files), ...missingAnswers(questions, parsed.data, files)];
  if (issues.length > 0) return failure('invalid', issues);

  try {
    const actor = editorId === undefined ? 'contributor' : { userId: editorId };
    const sent = {
      call,
      state,
      submission: parsed.data,
      files,
      keyed,
      draftId,
      seen,
      textVersion,
      editorId,
      onlyOnce,
      locale,
      now,
    };
    return await mutation({ actor }, (context) => store(sent, context));
  } catch (error) {
    const repeated = keyed && isUniqueViolation(error) && (await findByKey(keyed, call.id, parse));
    if (repeated) return repeated;
    throw error;
  }
}

type StoreInput = {
  call: CallForSubmission;
  state: CallState;
  submission: Submission;
  /** The questions that files were added to. */
  files: ReadonlySet<string>;
  keyed?: KeyedSubmission;
  draftId?: string;
  seen?: string;
  textVersion?: string;
  editorId?: string;
  onlyOnce: boolean;
  locale: Locale;
  now: Date;
};

async function store(
  { call, state, submission, files, keyed, draftId, seen, textVersion, editorId, onlyOnce, locale, now }: StoreInput,
  context: MutationContext,
): Promise<Result<Submitted>> {
  const { tx, audit, invalidate } = context;
  const { questions } = call.questionnaire;
  const held = draftId ? await holdForSubmission({ id: draftId, call, state, seen, editorId, now }, tx) : FIRST;
  refuseUnoffered(submission, { offered: call.offersEditorsOnly, before: held.editorsOnly });
  if (onlyOnce && held.revision === 1) await refuseRepetition(submission, call.id, tx);
  const targets = await resolveAgreements(submission, questions, tx);
  if (!targets.ok) throw new DomainError(targets);
  const { revision } = held;
  const id = draftId ?? randomUUID();
  const token = draftId ? undefined : newSecret();
  const fresh = token === undefined ? null : freshRow(call, token, keyed);
  const proposals =
    revision > 1
      ? await takeBackUndecided({ id, revision, submission, agreements: targets.agreements, now }, tx)
      : submission.proposals;
  const rows = rowsOf(
    { ...submission, proposals },
    {
      contributionId: id,
      revision,
      questions,
      fresh,
      agreements: targets.agreements,
      telling: await tellingFor(submission, locale, tx),
      now,
    },
  );
  const readdressed = await isReaddressed({ id, revision, draftId, editorId, submission }, tx);
  await writeSubmissionRows(rows, tx);
  const asked = [...askedKeys(questions, { ...submission, files })];
  for (const { id: revisionId } of rows.revisions)
    await attachToRevision({ contributionId: id, revisionId, questions: asked }, tx);
  if (readdressed) await revokeConfirmations(id, now, tx);
  const mailed = { id, revision, editorId, ...addressee(submission), readdressed, locale, now };
  await mailContributor({ ...mailed, isDraft: draftId !== undefined }, context);
  if (draftId) await deleteDraft(draftId, { keepsContact: editorId !== undefined || rows.contacts.length > 0 }, tx);
  if (textVersion !== undefined) await markSignedText({ contributionId: id, revision, version: textVersion }, tx);
  // The file that it was filled from says who wrote it.
  if (submission.about.anonymous) await removeOriginals(id, tx);
  await audit({
    action: 'contribution.submitted',
    subject: { kind: 'contribution', id },
    details: {
      ...{ revision, proposals: rows.proposals.length, changes: rows.changes.length },
      ...(editorId !== undefined && { onBehalf: true }),
    },
  });
  const sent = { id, submission, said: rows.answers.map((answer) => answer.said), now };
  if (call.slug === STANDING_CALL) invalidate(TAGS.challenges);
  // Last, since a first revision holds the call's row: contributions to one call are numbered one after the other.
  const reference =
    revision > 1 ? await saveNextRevision({ ...sent, revision }, tx) : await assignReference({ ...sent, call }, tx);
  if (call.publishesAtOnce) await publishAtOnce(id, now, context);
  return { ok: true, reference, token: revision > 1 ? undefined : token };
}

/**
 * The typed texts are now in the revision, and contact details are stored in one place only. An address to which only
 * the draft's link was mailed is no part of what is sent.
 */
async function deleteDraft(contributionId: string, { keepsContact }: { keepsContact: boolean }, tx: Tx): Promise<void> {
  await tx.draftSection.deleteMany({ where: { contributionId } });
  if (!keepsContact) await tx.contact.deleteMany({ where: { contributionId } });
}

/** Whether it names another address than before. A draft can have one already: its private link was mailed there. */
async function isReaddressed(
  sent: Pick<StoreInput, 'draftId' | 'editorId' | 'submission'> & { id: string; revision: number },
  tx: Tx,
): Promise<boolean> {
  const mayHaveOne = sent.revision > 1 || (sent.draftId !== undefined && sent.editorId === undefined);
  return mayHaveOne && changesAddress(sent.id, sent.submission.about.email, tx);
}

const freshRow = ({ id, questionnaireId }: StoreInput['call'], token: string, keyed?: KeyedSubmission) => ({
  callId: id,
  questionnaireId,
  submissionKey: keyed?.key,
  submissionHash: keyed?.hash,
  token,
});

async function tellingFor({ values = {} }: Submission, locale: Locale, tx: Tx): Promise<Telling> {
  const named = await readNames(Object.values(values), tx);
  return { words: wordsIn(locale), locale, naming: namingOf(named) };
}

const addressee = ({ about: { anonymous, email } }: Submission) => ({ anonymous, email });

const FIRST = { revision: 1, editorsOnly: false };

/**
 * Locks the draft or the correction until the transaction ends, and returns the number of its next revision.
 * Throws DomainError `not_found`, `withdrawn`, `already_submitted`, `call_closed`, `call_reported`,
 * `correction_after_closing`, `saved_elsewhere`.
 */
async function holdForSubmission(
  {
    id,
    call,
    state,
    seen,
    editorId,
    now,
  }: Pick<StoreInput, 'call' | 'state' | 'seen' | 'editorId' | 'now'> & { id: string },
  tx: Tx,
): Promise<{ revision: number; editorsOnly: boolean }> {
  const refused = await holdDraft(id, tx, 'alone');
  if (refused) throw new DomainError(refused);
  const { status, currentRevision, editorsOnly, draftSections, attachments, ...row } =
    await tx.contribution.findUniqueOrThrow({
      where: { id },
      select: {
        status: true,
        currentRevision: true,
        editorsOnly: true,
        questionnaireId: true,
        draftSections: { select: { step: true, version: true } },
        attachments: { where: { removedAt: null }, select: { id: true } },
      },
    });
  if (!mayStillSend(status, currentRevision > 0 ? await stateOfCorrection({ call, editorId, now }, tx) : state))
    throw new DomainError(failure(status === 'draft' ? closedFor(editorId) : 'correction_after_closing'));
  const stands = fingerprintOf(new Map(draftSections.map(({ step, version }) => [step, { version }])), attachments);
  // It was parsed by the questions of a version that it has left since.
  if (row.questionnaireId !== call.questionnaireId) throw new DomainError(failure('saved_elsewhere'));
  if (seen !== undefined && seen !== stands) throw new DomainError(failure('saved_elsewhere'));
  return { revision: currentRevision + 1, editorsOnly };
}

const closedFor = (editorId: string | undefined) => (editorId === undefined ? 'call_closed' : 'call_reported');

type Stated = Pick<StoreInput, 'call' | 'editorId' | 'now'>;

/** The state of the call for who sends: editors may send what they enter on behalf longer. */
const stateFor = ({ call, editorId, now }: Stated): CallState | Promise<CallState> =>
  editorId === undefined ? callState(call, now) : stateForEntries({ id: call.id, state: callState(call, now) });

async function stateOfCorrection({ call, editorId, now }: Stated, tx: Tx): Promise<CallState> {
  const state = await lockedState(call.id, now, tx);
  return editorId === undefined ? state : stateForEntries({ id: call.id, state }, tx);
}
