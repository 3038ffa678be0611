import type { RedactionView } from '@/lib/platform/redaction/marks';
import { asReadersRead, readMarked } from './redaction/overlay';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { valueIn } from '@/lib/questions/body';
import { askedKeys } from '@/lib/questions/condition';
import type { Body } from '@/lib/questions/body';
import type { Shown } from '@/lib/questions/kind';
import type { Naming, Telling } from '@/lib/questions/value-kind';
import { kindOf, kinds } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { AgreementNames, StoredTables } from '@/lib/questions/rows';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

const REVISION = {
  id: true,
  answers: { select: { questionKey: true, text: true, value: true, redacted: true } },
  proposals: { select: { questionKey: true } },
  attachments: { select: { attachment: { select: { questionKey: true } } } },
  signatures: {
    orderBy: { position: 'asc' },
    select: { position: true, questionKey: true, agreement: NAMED, name: true, note: true, redacted: true },
  },
  projects: {
    orderBy: { position: 'asc' },
    select: {
      position: true,
      questionKey: true,
      title: true,
      description: true,
      link: true,
      redacted: true,
      agreements: { select: { agreement: NAMED }, orderBy: { agreement: { slug: 'asc' } } },
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
  /** What the agreements and criteria are called that values name by slug or key. */
  named: Names;
};
type Names = { agreements: AgreementNames[]; criteria: { key: string; title: string }[] };

/**
 * `readers`: without the passages that editors took out, as everything that readers see. `marked`: with them, each in a
 * mark, for their author and the editors. `sent`: as it was sent, for what is written anew from it.
 */
export type ContentView = RedactionView | 'sent';

/** Reads a revision from its own rows alone: nothing of the contact table. Null where there is none of that number. */
export async function readRevisionContent(
  contributionId: string,
  number: number,
  tx: Tx = db,
  view: ContentView = 'readers',
): Promise<RevisionContent | null> {
  const revision = await tx.contributionRevision.findUnique({
    where: { contributionId_number: { contributionId, number } },
    select: REVISION,
  });
  if (!revision) return null;
  const named = await readNames(
    revision.answers.map(({ value }) => value),
    tx,
  );
  return contentOf(view === 'marked' ? await readMarked(contributionId, revision, tx) : revision, named, view);
}

type RevisionRow = Prisma.ContributionRevisionGetPayload<{ select: typeof REVISION }>;

function contentOf(
  { id, answers, signatures, projects, proposals, attachments }: RevisionRow,
  named: Names,
  view: ContentView = 'readers',
): RevisionContent {
  const shown = <Row extends { redacted: unknown }>(row: Row) =>
    asReadersRead(view === 'sent' ? { ...row, redacted: null } : row);
  return {
    answers: answers.map(shown),
    signatures: signatures.map((row) => withoutPosition(shown(row))),
    revisionId: id,
    named,
    answeredElsewhere: new Set(
      [...proposals, ...attachments.map(({ attachment }) => attachment)].map(({ questionKey }) => questionKey),
    ),
    projects: projects
      .map((row) => withoutPosition(shown(row)))
      .map(({ agreements, criteria, ...project }) => ({
        ...project,
        agreements: agreements.map((one) => one.agreement),
        criteria: criteria.map((one) => one.criterion),
      })),
  };
}

const withoutPosition = <Row extends { position: number }>({ position: _, ...row }: Row) => row;

/** The newest revisions of some contributions as readers read them, by the contributions' ids. */
export async function readNewestContents(contributionIds: readonly string[]): Promise<Map<string, RevisionContent>> {
  const newest = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    WHERE c.id = ANY(${contributionIds}::uuid[])`;
  const revisions = await db.contributionRevision.findMany({
    where: { id: { in: newest.map(({ id }) => id) } },
    select: { ...REVISION, contributionId: true },
  });
  const named = await readNames(revisions.flatMap(({ answers }) => answers.map(({ value }) => value)));
  return new Map(revisions.map(({ contributionId, ...revision }) => [contributionId, contentOf(revision, named)]));
}

/** Any short text of a value may be the slug of an agreement or the key of a criterion. */
export async function readNames(values: readonly unknown[], tx: Tx = db): Promise<Names> {
  const texts = [...new Set(keysIn(values))];
  if (texts.length === 0) return { agreements: [], criteria: [] };
  const [agreements, criteria] = await Promise.all([
    tx.agreement.findMany({ where: { slug: { in: texts } }, ...NAMED }),
    tx.criterion.findMany({ where: { key: { in: texts } }, select: { key: true, title: true } }),
  ]);
  return { agreements, criteria };
}

function keysIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z0-9-]{1,80}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : [];
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
export type ShownAnswer = {
  question: Question;
  text: string;
  /** Its value in words, if its kind has a value besides the text. */ said?: string;
  shown: Shown[];
};

/**
 * What a revision answers, question by question, in their order. A question that its answers leave out is not listed.
 */
export function shownAnswers(
  content: RevisionContent,
  questions: readonly Question[],
  words: Omit<Telling, 'naming'>,
): ShownAnswer[] {
  const body: Body = { ...sentContent(content), proposals: [] };
  const telling = { ...words, naming: namingOf(namesIn(content)) };
  const asked = askedKeys(questions, { ...body, files: content.answeredElsewhere });
  return questions
    .filter(({ key }) => asked.has(key))
    .map((question) => {
      const [kind, value] = [kindOf(question), valueIn(body, question, questions)];
      return {
        question,
        text: body.answers[question.key] ?? '',
        ...(kind.value && value !== undefined && { said: kind.value.say(value, question, telling) }),
        shown: value === undefined ? [] : kind.shown(value, question, telling),
      };
    });
}

/** What the agreements and criteria are called that a revision names: also those that were retired since. */
export function namesIn({ signatures, projects, named }: RevisionContent): Names {
  return {
    agreements: [
      ...named.agreements,
      ...signatures.flatMap(({ agreement }) => agreement ?? []),
      ...projects.flatMap((one) => one.agreements),
    ],
    criteria: [...named.criteria, ...projects.flatMap((one) => one.criteria)],
  };
}

export function namingOf({ agreements, criteria }: Names): Naming {
  const bySlug = new Map(agreements.map((agreement) => [agreement.slug, agreement]));
  const byKey = new Map(criteria.map(({ key, title }) => [key, title]));
  return {
    agreement: (slug) => bySlug.get(slug) ?? { slug, name: slug, shortName: slug },
    criterion: (key) => byKey.get(key) ?? key,
  };
}
