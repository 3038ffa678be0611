import { questionnaireOf } from '@/lib/calls/calls';
import { DomainError, failure, orThrow } from '@/lib/platform/errors';
import { wordsIn } from '@/lib/platform/i18n/words';
import { TAGS } from '@/lib/platform/cache/tags';
import type { MutationContext } from '@/lib/platform/mutation';
import { stableIds } from '@/lib/platform/stable-ids';
import { missingAnswers, unaskedAnswers } from './asked';
import { writeSubmissionRows } from './persistence';
import { namingOf } from './revision-content';
import { issuesOf, submissionSchema } from './schema';
import { changeStatus } from './status';
import { assignReference } from './submission-columns';
import { rowsOf } from './submission-rows';
import { resolveAgreements } from './targets';

type SummaryInput = {
  callSlug: string;
  /** Names this summary; its ids are made of it, so that two installations have the same. */
  key: string;
  /** The published text that it is a summary of, for everybody to read. */
  summaryOf: string;
  /** As a submission comes in; without a person and an address. */
  input: unknown;
  /** When the text that it summarises came out. */
  now: Date;
};

/**
 * Stores and publishes the forum's own summary of a contribution that was published elsewhere: by the same schema and
 * statements as any submission, without a private link, marked by `summary_of`. Its proposals wait for decisions. Takes
 * part in the caller's change; returns the reference.
 * Throws DomainError `unknown_call`, `invalid` (with issues).
 */
export async function storeSummary(
  { callSlug, key, summaryOf, input, now }: SummaryInput,
  context: MutationContext,
): Promise<{ id: string; reference: string }> {
  const { tx, audit, invalidate } = context;
  const asking = await tx.questionnaire.findFirst({
    where: { publishedAt: { not: null }, call: { slug: callSlug, published: true } },
    orderBy: { version: 'desc' },
    select: { id: true, content: true, call: { select: { id: true, maxWords: true } } },
  });
  if (!asking) throw new DomainError(failure('unknown_call'));
  const questionnaire = questionnaireOf(asking.content, 'en', asking.call.maxWords);
  const { questions } = questionnaire;
  const criteria = (await tx.criterion.findMany({ orderBy: { key: 'asc' }, select: { key: true } })).map(
    (one) => one.key,
  );
  const parsed = submissionSchema(questionnaire, criteria).safeParse(input);
  if (!parsed.success) throw new DomainError(failure('invalid', issuesOf(parsed.error)));
  const submission = parsed.data;
  const noFiles = new Set<string>();
  const issues = [...unaskedAnswers(questions, submission, noFiles), ...missingAnswers(questions, submission, noFiles)];
  if (submission.about.name || submission.about.email) issues.push({ path: 'about', code: 'invalid' });
  if (issues.length > 0) throw new DomainError(failure('invalid', issues));
  const targets = await resolveAgreements(submission, questions, tx);
  if (!targets.ok) throw new DomainError(targets);
  const newId = stableIds(key);
  const id = newId();
  const rows = rowsOf(submission, {
    contributionId: id,
    revision: 1,
    questions,
    fresh: { callId: asking.call.id, questionnaireId: asking.id, summaryOf },
    agreements: targets.agreements,
    telling: { words: wordsIn('en'), locale: 'en', naming: namingOf({ agreements: [], criteria: [] }) },
    newId,
    now,
  });
  await writeSubmissionRows(rows, tx);
  await audit({
    action: 'contribution.submitted',
    subject: { kind: 'contribution', id },
    details: { revision: 1, proposals: rows.proposals.length, changes: rows.changes.length, summary: true },
  });
  const said = rows.answers.map((answer) => answer.said);
  const reference = await assignReference({ id, call: { id: asking.call.id }, submission, said, now }, tx);
  orThrow(await changeStatus({ id, to: 'published', now }, context));
  invalidate(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset);
  return { id, reference };
}
