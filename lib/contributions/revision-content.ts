import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Words } from '@/lib/platform/i18n/words';
import { valueIn } from '@/lib/questions/body';
import { askedKeys } from '@/lib/questions/condition';
import type { Body } from '@/lib/questions/body';
import type { Naming, Shown } from '@/lib/questions/kind';
import { kindOf, kinds } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { StoredTables } from '@/lib/questions/rows';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

const REVISION = {
  id: true,
  answers: { select: { questionKey: true, text: true, value: true } },
  proposals: { select: { questionKey: true } },
  attachments: { select: { attachment: { select: { questionKey: true } } } },
  signatures: {
    orderBy: { position: 'asc' },
    select: { questionKey: true, agreement: NAMED, name: true, note: true },
  },
  projects: {
    orderBy: { position: 'asc' },
    select: {
      questionKey: true,
      title: true,
      description: true,
      link: true,
      agreements: { select: { agreement: NAMED }, orderBy: { agreementId: 'asc' } },
      criteria: { select: { criterion: { select: { key: true, title: true } } }, orderBy: { criterionKey: 'asc' } },
    },
  },
} as const;

/** What one submitted revision says besides its proposals. */
export type RevisionContent = StoredTables & {
  revisionId: string;
  answers: readonly { questionKey: string; text: string; value: unknown }[];
  /** The questions that are answered by proposals or files, which are read elsewhere. */
  answeredElsewhere: ReadonlySet<string>;
};

/** Reads a revision from its own rows alone: nothing of the contact table. Null where there is none of that number. */
export async function readRevisionContent(
  contributionId: string,
  number: number,
  tx: Tx = db,
): Promise<RevisionContent | null> {
  const revision = await tx.contributionRevision.findUnique({
    where: { contributionId_number: { contributionId, number } },
    select: REVISION,
  });
  if (!revision) return null;
  const { id, projects, proposals, attachments, ...rest } = revision;
  return {
    ...rest,
    revisionId: id,
    answeredElsewhere: new Set(
      [...proposals, ...attachments.map(({ attachment }) => attachment)].map(({ questionKey }) => questionKey),
    ),
    projects: projects.map(({ agreements, criteria, ...project }) => ({
      ...project,
      agreements: agreements.map((one) => one.agreement),
      criteria: criteria.map((one) => one.criterion),
    })),
  };
}

/** The content as it was sent, its proposals left out. */
export function sentContent(content: RevisionContent): Omit<Body, 'proposals'> {
  const values = content.answers.filter(({ value }) => value !== null);
  return {
    answers: Object.fromEntries(
      content.answers.flatMap(({ questionKey, text }) => (text === '' ? [] : [[questionKey, text]])),
    ),
    ...(values.length > 0 && {
      values: Object.fromEntries(values.map(({ questionKey, value }) => [questionKey, value])),
    }),
    signatories: kinds.signatory.list.stored(content),
    projects: kinds.projects.list.stored(content),
  };
}

/** What a revision answers to one question: its text, and the parts its kind shows. */
export type ShownAnswer = { question: Question; text: string; shown: Shown[] };

/**
 * What a revision answers, question by question, in their order. A question that its answers leave out is not listed.
 */
export function shownAnswers(content: RevisionContent, questions: readonly Question[], words: Words): ShownAnswer[] {
  const body: Body = { ...sentContent(content), proposals: [] };
  const naming = namingOf(content);
  const asked = askedKeys(questions, { ...body, files: content.answeredElsewhere });
  return questions
    .filter(({ key }) => asked.has(key))
    .map((question) => {
      const value = valueIn(body, question, questions);
      return {
        question,
        text: body.answers[question.key] ?? '',
        shown: value === undefined ? [] : kindOf(question).shown(value, question, { naming, words }),
      };
    });
}

/** What the agreements and criteria are called that a revision names: also those that were retired since. */
function namingOf({ signatures, projects }: StoredTables): Naming {
  const named = [
    ...signatures.flatMap(({ agreement }) => agreement ?? []),
    ...projects.flatMap((one) => one.agreements),
  ];
  const agreements = new Map(named.map((agreement) => [agreement.slug, agreement]));
  const criteria = new Map(projects.flatMap((one) => one.criteria.map(({ key, title }) => [key, title])));
  return {
    agreement: (slug) => agreements.get(slug) ?? { slug, name: slug, shortName: slug },
    criterion: (key) => criteria.get(key) ?? key,
  };
}
