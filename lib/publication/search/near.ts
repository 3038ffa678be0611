import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { foldedWords } from '@/lib/platform/text/fold-text';
import { findNamed } from './dataset';
import { NEWEST } from './contributions';
import type { Found, SearchPart } from './found';
import { findNamedParticipants, IS_PUBLIC_PARTICIPANT } from './participants';
import { readQuery, soughtWords } from './query';
import { matchTexts } from './texts';

const MAX_NAMES = 5;
/** How many texts are looked through for the words that are spelt most alike. */
const MAX_TEXTS = 60;
/** How alike (0 to 1) two words have to be, in groups of three letters. */
const ALIKE = 0.35;

type Part = Pick<SearchPart, 'locale' | 'texts'>;

/** For each word that is looked for: the words of public texts that are spelt alike, likeliest first. */
export async function wordsNear(sought: string, { texts }: Part): Promise<string[][]> {
  const ours = [
    ...new Set(
      Object.values(texts).flatMap((group) => group.flatMap(({ title, text }) => foldedWords(`${title} ${text}`))),
    ),
  ];
  return Promise.all(
    soughtWords(sought).map(async (word) => {
      // A plural has one more letter that is not alike.
      const isAlike = Prisma.sql`(forms_text(t.forms) %>> ${word} OR forms_text(t.forms) %>> ${`${word}s`})`;
      const rows = await db.$queryRaw<{ word: string }[]>(Prisma.sql`${PLAN_FOR_VALUES}
        WITH told AS (
          (SELECT t.forms FROM cells t JOIN agreements a ON a.id = t.agreement_id AND a.retired_at IS NULL AND a.version > 0
            WHERE ${isAlike} AND NOT EXISTS (SELECT 1 FROM proposed_changes x
              WHERE x.agreement_id = t.agreement_id AND x.key = t.key AND x.redacted IS NOT NULL) LIMIT ${MAX_TEXTS})
          UNION ALL (SELECT t.forms FROM answers t JOIN ${NEWEST} ON r.id = t.revision_id WHERE ${isAlike} LIMIT ${MAX_TEXTS})
          UNION ALL (SELECT t.forms FROM participant_versions t WHERE ${isAlike} AND ${IS_PUBLIC_PARTICIPANT} LIMIT ${MAX_TEXTS})
          UNION ALL (SELECT t.forms FROM projects t JOIN ${NEWEST} ON r.id = t.revision_id WHERE ${isAlike} LIMIT ${MAX_TEXTS})
        ),
        words AS (SELECT unnest(tsvector_to_array(forms)) AS word FROM told UNION ALL SELECT unnest(${ours}::text[])),
        alike AS (SELECT word, similarity(word, ${word}) AS likeness, count(*) AS often FROM words WHERE length(word) > 2 GROUP BY word)
        SELECT word FROM alike WHERE likeness >= ${ALIKE} AND plainto_tsquery('english', word)::text <> ''
        ORDER BY likeness DESC, often DESC, word LIMIT 2`);
      return rows.map((row) => row.word);
    }),
  );
}

/** What has one of these words in its name: agreements, participants, criteria, sources, questions and pages. */
export async function namesWith(words: readonly string[], { locale, texts }: Part): Promise<Found[]> {
  const query = await readQuery(words.join(' '));
  if (query === null) return [];
  const inName = Prisma.sql`${query.terms.map((term) => `${term}:A`).join(' | ')}::tsquery`;
  const all = Object.values(texts).flat();
  const [agreements, participants, others] = await Promise.all([
    findNamed(inName, { locale, limit: MAX_NAMES }),
    findNamedParticipants(inName, { locale, limit: MAX_NAMES }),
    matchTexts(all, { matching: inName, rankedBy: inName, limit: MAX_NAMES, offset: 0 }),
  ]);
  return takeInTurn([agreements, participants, others.rows], MAX_NAMES);
}

/** The first of each list, then the second of each and so on, so that one kind of name does not hide the others. */
const takeInTurn = (lists: readonly Found[][], most: number): Found[] =>
  Array.from({ length: most }, (_, at) => lists.flatMap((list) => list[at] ?? []))
    .flat()
    .slice(0, most);
