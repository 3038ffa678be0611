import { findAgreements, listAgreementNames, listCriterionKeys, readAgreementCells } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import { STANDING_CALL } from '@/lib/calls/constants';
import { assemble, draftIssues } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readBases } from '@/lib/contributions/drafts/stored-draft';
import { readValues } from '@/lib/contributions/drafts/values';
import { submitContribution } from '@/lib/contributions/submission';
import type { Submitted } from '@/lib/contributions/submission';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { isChallengeable, readChallenge } from './challenged-cell';

export type ChallengeInput = {
  agreement: string;
  cell: string;
  /** The fields of the short form as they were sent, by their places. */
  sent: unknown;
  /** One for each time that the form was opened. */
  submissionKey: string;
  locale?: Locale;
  now?: Date;
};

/**
 * Sends the correction of one cell as a contribution to the standing call: one proposal of one change, against the
 * version of the agreement that its author saw. It takes the way of every submission. Returns its reference, and the
 * token of its private link at the first time.
 * Reasons: `not_found` (no such agreement or cell), `unknown_call` (the standing call is hidden), `invalid` with issues
 * by field of the form, `key_used_before`, and those of `submitContribution`.
 */
export async function sendChallenge({
  agreement,
  cell,
  sent,
  submissionKey,
  locale = 'en',
  now = new Date(),
}: ChallengeInput): Promise<Result<Submitted>> {
  const [call, criteria, today] = [
    await readCall(STANDING_CALL, locale, now),
    await listCriterionKeys(),
    (await findAgreements([agreement])).has(agreement) ? await readAgreementCells(agreement) : null,
  ];
  if (!call) return failure('unknown_call');
  if (!today || !isChallengeable(cell, today, criteria)) return failure('not_found');
  const baseVersion = versionIn(sent, today.version);
  const values = readChallenge({ agreement, baseVersion, cell }, sent, today.cells[cell]);
  const base = (await readBases([['', values]])).get('') ?? {};
  const { content } = call.questionnaire;
  const question = content.questions.find(({ kind }) => kind === 'proposals');
  if (!question) return failure('unknown_call');
  const parts: DraftPart[] = [
    { step: question.key, section: { kind: question.kind, question }, data: {} },
    { step: question.key, position: 1, section: { kind: 'proposal', base, criteria }, data: values },
    { step: ABOUT_STEP, section: { kind: 'about' }, data: readValues('about', sent) },
  ];
  const agreements = (await listAgreementNames()).map(({ slug }) => slug);
  const issues = draftIssues(parts, { questionnaire: content, criteria, agreements, files: [] });
  if (issues.length > 0)
    return failure(
      'invalid',
      issues.map(({ name, message }) => ({ path: name, code: message })),
    );
  return submitContribution({
    callSlug: STANDING_CALL,
    input: { ...assemble(parts), showContacts: false, consent: true },
    submissionKey,
    locale,
    now,
  });
}

/** The version that the form was made from; no later one than today's can be meant. */
function versionIn(sent: unknown, current: number): number {
  const { baseVersion = current } = readValues('proposal', sent);
  return Math.min(baseVersion, current);
}
