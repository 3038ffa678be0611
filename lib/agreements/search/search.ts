import { IS_REDACTED_CELL, IS_REDACTED_CELL_OF_REVISION } from '@/lib/agreements/redacted-cells';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { ALL_FIELDS, NAME_FIELDS, TELLING_FIELDS, tellingTexts } from '@/lib/agreements/facts/registry';
import { foldSought } from './normalise';
import type { Description } from './likeness';

export type FoundAgreement = {
  slug: string;
  name: string;
  shortName: string;
  /** The former name it was found by, where it was. */
  formerly: string | null;
};

/** Facts whose text is searched. */
const SEARCHED_FIELDS = ALL_FIELDS.filter((field) => kindOf(field)?.searched);

const MAX_FOUND = 12;
const MAX_WORDS = 6;
/** How alike (0 to 1) what was typed and a name have to be, in groups of three letters. */
const ALIKE = 0.5;

/** What history says agreements were called before. */
const FORMER = Prisma.sql`
  SELECT DISTINCT a.id, a.slug, 'former' AS kind, c.before->>'value' AS name FROM revision_cells c
  JOIN revisions r ON r.id = c.revision_id AND r.version > 1
  JOIN agreements a ON a.id = r.agreement_id AND a.retired_at IS NULL AND a.version > 0
  WHERE c.key IN (${Prisma.join(NAME_FIELDS)}) AND c.before->>'value' NOT IN (a.name, a.short_name)
    AND NOT ${IS_REDACTED_CELL_OF_REVISION}`;

const NOT_INITIAL = `abcdefghijklmnopqrstuvwxyz0123456789 -–,.&/'’`;
/**
 * Every current, other and former name of an agreement. The initials of a name count as one too, so that a spelled-out
 * abbreviation finds it.
 */
const NAMES = Prisma.sql`
  SELECT a.id, a.slug, n.kind, n.name FROM agreements a CROSS JOIN LATERAL (VALUES ('short', a.short_name), ('name', a.name),
    ('initials', translate(split_part(split_part(a.name, '(', 1), ':', 1), ${NOT_INITIAL}, ''))) AS n(kind, name)
  WHERE a.retired_at IS NULL AND a.version > 0 AND (n.kind <> 'initials' OR length(n.name) > 2)
  UNION ALL SELECT a.id, a.slug, 'also', c.value->>'name' FROM cells c
  JOIN agreements a ON a.id = c.agreement_id AND a.retired_at IS NULL AND a.version > 0
  WHERE split_part(c.key, ':', 1) = 'aliases'
  UNION ALL ${FORMER}`;

/** As `foldText` folds what is looked for. */
const PLAIN = Prisma.sql`fold_text(name)`;
/** Its words with a space around each, so that one that begins or ends a word can be told from one in its middle. */
const spaced = (folded: Prisma.Sql) => Prisma.sql`' ' || ${folded} || ' '`;

/** The texts and numbers of a value, without the names of its parts. */
const VALUE_TEXT = Prisma.sql`(
  SELECT string_agg(part #>> '{}', ' ') FROM jsonb_path_query(c.value, 'strict $.**') part
  WHERE jsonb_typeof(part) IN ('string', 'number'))`;

/**
 * The texts of each agreement that the search reads: maintainer, notes (other names among them), texts, rows; without
 * what is hidden from readers.
 */
const TEXTS = Prisma.sql`
  SELECT id, string_agg(without_contact_details(said), ' ') AS name
  FROM (
    SELECT c.agreement_id AS id, concat_ws(' ', CASE WHEN c.kind = 'fact' THEN ${VALUE_TEXT} END, c.note) AS said
    FROM cells c WHERE (c.note IS NOT NULL OR split_part(c.key, ':', 1) IN (${Prisma.join(SEARCHED_FIELDS)})) AND NOT ${IS_REDACTED_CELL}
  ) each_cell GROUP BY id`;

/**
 * The agreements that match a text, best first: by short name, by any other name, by the beginning of a name, by words
 * in it, by words in its texts (first in the same form, then whole words, then beginnings of words), by letters within
 * a name. If none of these finds anything, by likeness, which allows typing errors. The text is only compared, never
 * run. A text without letters or digits finds nothing.
 */
export async function searchAgreements(
  sought: string,
  { limit = MAX_FOUND }: { limit?: number } = {},
  tx: Tx = db,
): Promise<FoundAgreement[]> {
  const text = foldSought(sought);
  if (text === '') return [];
  const words = text.split(' ').slice(0, MAX_WORDS);
  const squashed = text.replaceAll(' ', '');
  const every = (column: Prisma.Sql, around: (word: string) => string) =>
    Prisma.join(
      words.map((word) => Prisma.sql`strpos(${column}, ${around(word)}) > 0`),
      ' AND ',
    );
  const [wholeWord, beginning] = [(word: string) => ` ${word} `, (word: string) => ` ${word}`];
  const likeEach = Prisma.join(
    words.map((word) => Prisma.sql`word_similarity(${word}, plain)`),
    ' + ',
  );
  // Materialized: otherwise each mention of a folded name folds it anew.
  return tx.$queryRaw<FoundAgreement[]>(Prisma.sql`
    WITH names AS MATERIALIZED (SELECT id, slug, kind, name, ${PLAIN} AS plain FROM (${NAMES}) every),
    ranked AS MATERIALIZED (
      SELECT id, kind, name, plain, CASE
        WHEN replace(plain, ' ', '') = ${squashed} THEN CASE kind WHEN 'short' THEN 0 ELSE 1 END
        WHEN kind = 'initials' THEN NULL
        WHEN replace(slug, '-', '') = ${squashed} THEN 1
        WHEN starts_with(plain, ${text}) THEN CASE kind WHEN 'former' THEN 3 ELSE 2 END
        WHEN ${every(spaced(Prisma.sql`plain`), wholeWord)} THEN 4
        WHEN ${every(spaced(Prisma.sql`plain`), beginning)} THEN 5
        WHEN ${every(Prisma.sql`plain`, (word) => word)} THEN 9
      END AS rank FROM names
    ),
    texts AS MATERIALIZED (SELECT id, ${spaced(PLAIN)} AS spaced FROM (${TEXTS}) said),
    told AS MATERIALIZED (
      SELECT t.id, 'text' AS kind, NULL AS name, t.spaced AS plain, CASE
        WHEN strpos(t.spaced, ${wholeWord(text)}) > 0 THEN 6
        WHEN ${every(Prisma.sql`t.spaced`, wholeWord)} THEN 7
        WHEN ${every(Prisma.sql`t.spaced`, beginning)} THEN 8
      END AS rank
      FROM texts t JOIN agreements a ON a.id = t.id AND a.retired_at IS NULL AND a.version > 0
    ),
    alike AS (
      SELECT id, kind, name, 10 AS rank, (${likeEach}) / ${words.length}::int AS likeness FROM ranked
      WHERE kind <> 'initials' AND NOT EXISTS (SELECT FROM ranked WHERE rank IS NOT NULL) AND NOT EXISTS (SELECT FROM told WHERE rank IS NOT NULL)
    ),
    best AS (
      SELECT DISTINCT ON (id) id, kind, name, rank, likeness FROM (
        SELECT id, kind, name, rank, word_similarity(${text}, plain) AS likeness FROM ranked WHERE rank IS NOT NULL
        UNION ALL SELECT id, kind, name, rank, 0::real FROM told WHERE rank IS NOT NULL
        UNION ALL SELECT * FROM alike WHERE likeness >= ${ALIKE}
      ) AS either ORDER BY id, rank, likeness DESC, kind = 'former'
    )
    SELECT a.slug, a.name, a.short_name AS "shortName", CASE best.kind WHEN 'former' THEN best.name END AS formerly
    FROM best JOIN agreements a ON a.id = best.id
    ORDER BY best.rank, best.likeness DESC, a.name, a.slug LIMIT ${limit}`);
}

/** What agreements were called before, by slug; one that always had its names has no entry. */
export async function listFormerNames(tx: Tx = db): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ slug: string; names: string[] }[]>(Prisma.sql`
    SELECT slug, array_agg(name ORDER BY name) AS names FROM (${FORMER}) former GROUP BY slug`);
  return new Map(rows.map(({ slug, names }) => [slug, names]));
}

export type KnownAgreement = Description & { slug: string };

/** Every agreement with what a new one is compared by. */
export async function listDescriptions(tx: Tx = db): Promise<KnownAgreement[]> {
  const cells = { where: { key: { in: [...TELLING_FIELDS] } }, select: { key: true, value: true } };
  const [rows, former] = await Promise.all([
    tx.agreement.findMany({
      where: { retiredAt: null, version: { gt: 0 } },
      orderBy: { slug: 'asc' },
      select: { slug: true, name: true, shortName: true, cells },
    }),
    listFormerNames(tx),
  ]);
  return rows.map(({ slug, name, shortName, cells: known }) => {
    const said = (key: string) => String(known.find((cell) => cell.key === key)?.value ?? '');
    return { ...tellingTexts(said), slug, name, shortName, otherNames: former.get(slug) ?? [] };
  });
}
