import { contentIn } from '@/lib/calls/calls';
import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { wordsIn } from '@/lib/platform/i18n/words';
import { foundOf } from './found';
import type { FoundRows, SearchPart } from './found';
import { anyWord, eachWordIn, everyWord } from './query';
import type { SearchQuery } from './query';

/** Asked anew in each search: what was taken down, withdrawn or replaced is not found any more. */
const PUBLIC = Prisma.sql`c.status = 'published' AND c.published_at IS NOT NULL`;
/** The newest revision of each public contribution. */
export const NEWEST = Prisma.sql`contribution_revisions r JOIN contributions c ON c.id = r.contribution_id AND r.number = c.current_revision AND ${PUBLIC}`;
export const AUTHOR = Prisma.sql`c.public_affiliation AS affiliation, c.public_name AS person`;

export type AuthorRow = { affiliation: string | null; person: string | null };
type ContributionRow = AuthorRow & {
  total: number;
  reference: string;
  language: string | null;
  question: string | null;
  said: string | null;
  questionnaire: unknown;
};

/** The published contributions whose answers, signatories or author have each of the words. */
export async function findContributions(query: SearchQuery, { locale, limit, offset }: SearchPart): Promise<FoundRows> {
  const any = anyWord(query);
  const rows = await db.$queryRaw<ContributionRow[]>(Prisma.sql`${PLAN_FOR_VALUES}
    WITH hits AS (
      SELECT c.id, t.words, ts_rank(t.words, ${any}) AS rank FROM answers t JOIN ${NEWEST} ON r.id = t.revision_id WHERE t.words @@ ${any}
      UNION ALL SELECT c.id, t.words, ts_rank(t.words, ${any}) FROM signatures t JOIN ${NEWEST} ON r.id = t.revision_id WHERE t.words @@ ${any}
      UNION ALL SELECT c.id, c.author_words, 1 FROM contributions c WHERE c.author_words @@ ${any} AND ${PUBLIC}
    ),
    best AS (
      SELECT id, sum(rank) AS rank, count(*) OVER ()::int AS total FROM hits GROUP BY id
      HAVING ${eachWordIn(Prisma.sql`words`, query)} ORDER BY 2 DESC, 1 LIMIT ${limit} OFFSET ${offset}
    )
    SELECT best.total, c.reference, c.language, ${AUTHOR}, told.question, told.said, q.content AS questionnaire
    FROM best JOIN contributions c ON c.id = best.id JOIN questionnaires q ON q.id = c.questionnaire_id
    LEFT JOIN LATERAL (
      SELECT t.question_key AS question, concat_ws(' · ', coalesce(t.redacted->>'said', t.said), nullif(coalesce(t.redacted->>'text', t.text), '')) AS said, ts_rank(t.words, ${any}) AS rank
      FROM answers t JOIN contribution_revisions r ON r.id = t.revision_id WHERE r.contribution_id = c.id AND r.number = c.current_revision AND t.words @@ ${any}
      UNION ALL SELECT t.question_key, concat_ws(' · ', coalesce(t.redacted->>'name', t.name), coalesce(t.redacted->>'note', t.note)), ts_rank(t.words, ${any})
      FROM signatures t JOIN contribution_revisions r ON r.id = t.revision_id WHERE r.contribution_id = c.id AND r.number = c.current_revision AND t.words @@ ${any}
      ORDER BY rank DESC, question LIMIT 1
    ) told ON true
    ORDER BY best.rank DESC, c.submitted_at DESC, c.reference`);
  const paths = pathsIn(locale);
  return foundOf(rows, ({ reference, language, question, said, questionnaire, ...author }) => {
    const asked = contentIn(questionnaire, locale).questions.find(({ key }) => key === question);
    return {
      title: `${reference}, ${sayAuthor(author, locale)}`,
      about: asked?.title ?? '',
      path: paths.contribution(reference) + (asked ? `#answer-${asked.key}` : ''),
      text: said ?? '',
      language,
    };
  });
}

type ProjectRow = AuthorRow & {
  total: number;
  reference: string;
  language: string | null;
  title: string;
  description: string;
};

/** The projects of published contributions; who runs one may have some of the words. */
export async function findProjects(query: SearchQuery, { locale, limit, offset }: SearchPart): Promise<FoundRows> {
  const rows = await db.$queryRaw<ProjectRow[]>(Prisma.sql`${PLAN_FOR_VALUES}
    SELECT count(*) OVER ()::int AS total, c.reference, c.language, ${AUTHOR}, coalesce(t.redacted->>'title', t.title) AS title, coalesce(t.redacted->>'description', t.description) AS description
    FROM projects t JOIN ${NEWEST} ON r.id = t.revision_id
    WHERE t.words @@ ${anyWord(query)} AND (t.words || coalesce(c.author_words, '')) @@ ${everyWord(query)}
    ORDER BY ts_rank(t.words, ${anyWord(query)}) DESC, c.reference, t.position LIMIT ${limit} OFFSET ${offset}`);
  const paths = pathsIn(locale);
  return foundOf(rows, ({ reference, language, title, description, ...author }) => ({
    title,
    about: `${reference}, ${sayAuthor(author, locale)}`,
    path: `${paths.contribution(reference)}#projects`,
    text: description,
    language,
  }));
}

/** Who a contribution names as its author. */
export const sayAuthor = ({ affiliation, person }: AuthorRow, locale: SearchPart['locale']): string =>
  affiliation ?? person ?? wordsIn(locale)('search.unnamed');
