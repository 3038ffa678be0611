import { questionnaire } from '@/lib/calls/schema';
import { DESK_CALL } from '@/lib/calls/constants';
import { SENT } from '@/lib/contributions/state';
import type { ContributionStatus } from '@/lib/contributions/state';
import { namesIn, namingOf, readNewestContents, sentContent } from '@/lib/contributions/revision-content';
import { countFiles } from '@/lib/contributions/files/counts';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { valueIn } from '@/lib/questions/body';
import type { Body } from '@/lib/questions/body';
import type { Question } from '@/lib/questions/registry';
import type { Naming } from '@/lib/questions/value-kind';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { asReadersMay, AUTHOR } from '@/lib/publication/contact-details';
import { publicAttribution } from '@/lib/publication/schema';
import type { PublicAttribution } from '@/lib/publication/schema';

/** The questions of a call in all its published versions, and what its published contributions answer. */
export type CallAnswers = {
  slug: string;
  /** Those of the newest version first; of a question that several versions have, the newest wording. */
  questions: Question[];
  contributions: AnsweringContribution[];
};

export type AnsweringContribution = {
  reference: string;
  submittedAt: string;
  language: string | null;
  attribution: PublicAttribution;
  /** The questions it was asked. */
  questions: readonly Question[];
  /** What it answers, as readers may see it. */
  body: Body;
  /** By question, how many files it has. */
  files: ReadonlyMap<string, number>;
  naming: Naming;
  /** For the desk alone. */
  desk?: DeskColumns;
};

/** Where a contribution stands, and who sent it; the contact is null if nothing is known or left of it. */
type DeskColumns = { status: ContributionStatus; contact: Contact | null };
type Contact = { name: string | null; affiliation: string | null; email: string | null; country: string | null };

/**
 * `public`: published contributions to a published call, as readers may see them. `desk`: all that were sent and not
 * withdrawn, word by word, also of a call that is not public.
 */
type Audience = 'public' | 'desk';

const CALLS = { public: { published: true }, desk: { NOT: { slug: DESK_CALL } } };
const CONTRIBUTIONS = {
  public: { status: 'published' as const, publishedAt: { not: null } },
  desk: { status: { in: [...SENT] } },
};

type ReadingOptions = {
  audience?: Audience;
  contacts?: boolean;
  /** Contact details in the texts are hidden from observers, whatever the author chose. */
  hidesContacts?: boolean;
};

/**
 * The answers of the contributions to a call, the oldest first; null for an unknown call, for readers also for one that
 * is not published. Contact details are read only where `contacts` is true: its caller records who took them.
 */
export async function readCallAnswers(
  slug: string,
  locale: Locale,
  { audience = 'public', contacts = false, hidesContacts = false }: ReadingOptions = {},
): Promise<CallAnswers | null> {
  const call = await db.call.findFirst({
    where: { slug, ...CALLS[audience] },
    select: {
      questionnaires: {
        where: { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        select: { id: true, content: true },
      },
    },
  });
  if (!call) return null;
  const rows = await db.contribution.findMany({
    where: { call: { slug }, ...CONTRIBUTIONS[audience] },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: { ...AUTHOR, id: true, status: true, submittedAt: true, language: true, questionnaireId: true },
  });
  const ids = rows.map(({ id }) => id);
  const versions = new Map(call.questionnaires.map(({ id, content }) => [id, questionsIn(content, locale)]));
  const [contents, files] = [await readNewestContents(ids), await countFiles(ids)];
  const contactOf = contacts ? await readContacts(ids) : new Map<string, Contact>();
  return {
    slug,
    questions: unionOf([...versions.values()]),
    contributions: rows.flatMap((row) => {
      const content = contents.get(row.id);
      if (!content || row.reference === null || row.submittedAt === null) return [];
      const shown =
        audience === 'public'
          ? <T>(words: T) => asReadersMay(row, words)
          : hidesContacts
            ? hideContactDetails
            : <T>(words: T) => words;
      return [
        {
          reference: row.reference,
          submittedAt: row.submittedAt.toISOString(),
          language: row.language,
          attribution: shown(attributionOf(row)),
          questions: versions.get(row.questionnaireId) ?? [],
          body: shown({ ...sentContent(content), proposals: [] }),
          files: files.get(row.id) ?? new Map<string, number>(),
          naming: namingOf(namesIn(content)),
          ...(audience === 'desk' && { desk: { status: row.status, contact: contactOf.get(row.id) ?? null } }),
        },
      ];
    }),
  };
}

/** Editors learn nothing about an anonymous author, in files neither. */
async function readContacts(ids: readonly string[]): Promise<Map<string, Contact>> {
  const rows = await db.contact.findMany({
    where: { contributionId: { in: [...ids] }, contribution: { anonymous: false } },
    select: { contributionId: true, name: true, affiliation: true, email: true, country: true },
  });
  return new Map(rows.map(({ contributionId, ...contact }) => [contributionId, contact]));
}

/** The value of one contribution's answer to a question of the call; undefined if it has none or was not asked. */
export function valueOf({ body, questions }: AnsweringContribution, key: string): unknown {
  const question = questions.find((one) => one.key === key);
  return question && valueIn(body, question, questions);
}

function questionsIn(content: unknown, locale: Locale): Question[] {
  const byLanguage = content as Record<string, unknown>; // an object by language; parsed here
  return questionnaire.parse(byLanguage[locale] ?? byLanguage.en).questions;
}

function unionOf(versions: readonly Question[][]): Question[] {
  const byKey = new Map<string, Question>();
  for (const question of versions.flat()) if (!byKey.has(question.key)) byKey.set(question.key, question);
  return [...byKey.values()];
}

type AuthorRow = {
  anonymous: boolean;
  publicName: string | null;
  publicAffiliation: string | null;
  publicCountry: string | null;
  stakeholderGroup: string | null;
};

const attributionOf = ({ anonymous, publicName, publicAffiliation, publicCountry, stakeholderGroup }: AuthorRow) =>
  publicAttribution.parse({
    anonymous,
    name: publicName,
    affiliation: publicAffiliation,
    country: publicCountry,
    stakeholderGroup,
  });
