import { countFiles } from '@/lib/contributions/files/counts';
import { currentProposals } from '@/lib/contributions/current-proposals';
import { readRevisionContent, shownAnswers } from '@/lib/contributions/revision-content';
import type { RevisionContent } from '@/lib/contributions/revision-content';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { asReadersRead } from '@/lib/contributions/redaction/overlay';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { readCellRedactor } from '@/lib/agreements/redacted-cells';
import type { CellRedactor } from '@/lib/agreements/redacted-cells';
import { titlesWhereSeveral } from '@/lib/questions/body';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';

/** What one revision says, as the public may read it: answers and lists, and each proposed cell with its decision. */
export async function readContent(
  contributionId: string,
  number: number,
  questions: readonly Question[],
  locale: Locale,
) {
  const content = await readRevisionContent(contributionId, number);
  if (!content) throw new Error(`revision ${number} of ${contributionId} is missing`);
  const sent = await db.proposal.findMany({
    where: { contributionId },
    orderBy: { position: 'asc' },
    select: PROPOSAL,
  });
  const files = await countFiles([contributionId]);
  // Decided in an earlier revision and not proposed again: the decision remains valid, and so does its agreement.
  const proposals = currentProposals(sent, number);
  const redact = await readCellRedactor();
  const titles = titlesWhereSeveral(questions);
  // Stated only if a kind is asked twice; otherwise only one question is possible.
  const answering = (key: string) => (Object.hasOwn(titles, key) ? { question: key } : {});
  return {
    ...(Object.keys(titles).length > 0 && {
      questions: Object.entries(titles).map(([key, title]) => ({ key, title })),
    }),
    answers: publicAnswers(content, questions, locale, files.get(contributionId) ?? new Map<string, number>()),
    signatories: content.signatures.map(({ questionKey, ...signatory }) => ({
      ...signatory,
      ...answering(questionKey),
    })),
    projects: content.projects.map(({ questionKey, ...project }) => ({ ...project, ...answering(questionKey) })),
    proposals: proposals.map(({ questionKey, kind, agreement, changes }) => ({
      kind,
      agreement,
      cells: changes.toSorted(byKey).map((change) => serialiseChange(change, redact)),
      ...answering(questionKey),
    })),
  };
}

/** The texts and values of the questions that have one, and how many files; lists are read separately. */
function publicAnswers(
  content: RevisionContent,
  questions: readonly Question[],
  locale: Locale,
  files: ReadonlyMap<string, number>,
) {
  const values = new Map(content.answers.map(({ questionKey, value }) => [questionKey, value]));
  const answers = shownAnswers(content, questions, { words: wordsIn(locale), locale });
  return answers.flatMap(({ question, text, said, shown }) => {
    const { key, title } = question;
    const count = kindOf(question).files && files.get(key);
    if (text === '' && said === undefined && !count) return [];
    return [
      {
        question: key,
        title,
        text,
        ...(said !== undefined && { value: values.get(key), said, shown }),
        ...(count && { files: count }),
      },
    ];
  });
}

const RIVAL = { select: { reference: true, publishedAt: true } } as const;

// Without `comment`, which is for the editors and may name a person to contact.
const PROPOSAL = {
  questionKey: true,
  kind: true,
  agreementId: true,
  revision: { select: { number: true } },
  agreement: { select: { slug: true, name: true, shortName: true } },
  changes: {
    orderBy: { key: 'asc' },
    select: {
      id: true,
      agreementId: true,
      redacted: true,
      key: true,
      round: true,
      base: true,
      value: true,
      note: true,
      source: true,
      asOf: true,
      status: true,
      decision: {
        select: {
          value: true,
          note: true,
          source: true,
          asOf: true,
          reason: true,
          decidedAt: true,
          revision: { select: { version: true } },
          winner: { select: { contribution: RIVAL } },
        },
      },
      defeated: { select: { change: { select: { contribution: RIVAL } } } },
    },
  },
} as const;

const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);

type ChangeRow = {
  id: string;
  agreementId: string | null;
  redacted: unknown;
  key: string;
  base: unknown;
  value: unknown;
  note: string | null;
  source: string | null;
  asOf: string | null;
  status: string;
  decision: {
    value: unknown;
    note: string | null;
    source: string | null;
    asOf: string | null;
    reason: string | null;
    decidedAt: Date;
    revision: { version: number } | null;
    winner: { contribution: RivalRow } | null;
  } | null;
  defeated: { change: { contribution: RivalRow } }[];
};
type RivalRow = { reference: string | null; publishedAt: Date | null };

/** A contribution that is not public is never named, not even by its reference. */
const publicReference = ({ reference, publishedAt }: RivalRow) => (publishedAt === null ? null : reference);

/** What was decided is a copy of what was proposed, and so may be what the cell held before. */
function serialiseChange(change: ChangeRow, redact: CellRedactor) {
  const {
    id: changeId,
    key,
    agreementId,
    base,
    value,
    note,
    source,
    asOf,
    status,
    decision,
    defeated,
  } = asReadersRead(change);
  const cell = { agreementId, key, changeId };
  return {
    cell: key,
    base: hideContactDetails(redact(cell, base)),
    proposed: { value, note, source, asOf },
    status,
    decision: decision && {
      ...hideContactDetails(
        redact(cell, {
          value: decision.value,
          note: decision.note,
          source: decision.source,
          asOf: decision.asOf,
          reason: decision.reason,
        }),
      ),
      at: decision.decidedAt.toISOString(),
      version: decision.revision?.version ?? null,
      supersededBy: decision.winner && publicReference(decision.winner.contribution),
      chosenOver: {
        count: defeated.length,
        references: defeated.flatMap(({ change }) => publicReference(change.contribution) ?? []).toSorted(),
      },
    },
  };
}
