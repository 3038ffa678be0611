import { isStoredFactKey } from '@/lib/agreements/facts/registry';
import type { FactKey } from '@/lib/agreements/facts/registry';
import { factText, sayNone } from '@/lib/agreements/facts/pieces';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { recordOf } from '@/lib/agreements/facts/record';
import { factCellLabel } from '@/lib/agreements/facts/words';
import { IS_REDACTED_CELL, IS_REDACTED_CELL_OF_REVISION } from '@/lib/agreements/redacted-cells';
import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { foldText } from '@/lib/platform/text/fold-text';
import { readPublicNames } from '@/lib/publication/agreements';
import { foundOf } from './found';
import type { Found, FoundRows, SearchPart } from './found';
import { anyWord, eachWordIn, everyWord } from './query';
import type { SearchQuery } from './query';

/** An agreement that readers find in lists. */
const IN_USE = Prisma.sql`a.retired_at IS NULL AND a.version > 0`;
/** Rows that belong to an assessment: what group `values` finds beside the assessments themselves. */
const IS_OF_CRITERION = Prisma.sql`(starts_with(c.key, 'quotations:') OR starts_with(c.key, 'views:'))`;
const IS_FACT = Prisma.sql`c.criterion_key IS NULL AND NOT ${IS_OF_CRITERION}`;

/** What agreements were called before, as in lib/agreements/search; an index has the words of these rows. */
const FORMER = Prisma.sql`revision_cells c JOIN revisions r ON r.id = c.revision_id AND r.version > 1`;
const IS_FORMER = Prisma.sql`c.key IN ('name', 'shortName') AND c.before IS NOT NULL
  AND NOT ${IS_REDACTED_CELL_OF_REVISION}`;
const FORMER_WORDS = Prisma.sql`public_words(c.before->>'value')`;
const formerly = 'formerly';

type AgreementRow = {
  total: number;
  slug: string;
  name: string;
  key: string | null;
  value: unknown;
  note: string | null;
};

/**
 * The agreements of which a name, also a former one, or a fact has one of the words, and any of their cells each of
 * them; names weigh most.
 */
export async function findAgreements(query: SearchQuery, { locale, limit, offset }: SearchPart): Promise<FoundRows> {
  const named = foldText(query.words.join(' '));
  const rows = await db.$queryRaw<AgreementRow[]>(Prisma.sql`${PLAN_FOR_VALUES}
    WITH hits AS (
      SELECT c.agreement_id, c.words, CASE WHEN ${IS_FACT} THEN ts_rank(c.words, ${anyWord(query)}) END AS rank
      FROM cells c WHERE c.words @@ ${anyWord(query)} AND NOT ${IS_REDACTED_CELL}
      UNION ALL SELECT r.agreement_id, ${FORMER_WORDS}, ts_rank(setweight(${FORMER_WORDS}, 'A'), ${anyWord(query)})
      FROM ${FORMER} WHERE ${IS_FORMER} AND ${FORMER_WORDS} @@ ${anyWord(query)}
    ),
    found AS (
      SELECT a.id, a.slug, a.name, h.rank, fold_text(a.short_name) = ${named} OR fold_text(a.name) = ${named} AS exact
      FROM (SELECT agreement_id, sum(rank) AS rank FROM hits GROUP BY agreement_id
        HAVING max(rank) IS NOT NULL AND ${eachWordIn(Prisma.sql`words`, query)}) h
      JOIN agreements a ON a.id = h.agreement_id WHERE ${IN_USE}
    ),
    best AS (SELECT *, count(*) OVER ()::int AS total FROM found ORDER BY exact DESC, rank DESC, name, slug LIMIT ${limit} OFFSET ${offset})
    SELECT best.total, best.slug, best.name, told.key, told.value, told.note FROM best LEFT JOIN LATERAL (
      SELECT c.key, c.value, c.note, ts_rank(c.words, ${anyWord(query)}) AS rank FROM cells c
      WHERE c.agreement_id = best.id AND c.words @@ ${anyWord(query)} AND NOT ${IS_REDACTED_CELL} AND ${IS_FACT} AND c.key NOT IN ('name', 'shortName')
      UNION ALL SELECT ${formerly}, c.before->'value', NULL, ts_rank(${FORMER_WORDS}, ${anyWord(query)})
      FROM ${FORMER} JOIN agreements a ON a.id = r.agreement_id
      WHERE a.id = best.id AND ${IS_FORMER} AND ${FORMER_WORDS} @@ ${anyWord(query)} AND c.before->>'value' NOT IN (a.name, a.short_name)
      ORDER BY rank DESC, key LIMIT 1
    ) told ON true
    ORDER BY best.exact DESC, best.rank DESC, best.name, best.slug`);
  const [paths, names] = [pathsIn(locale), await readPublicNames()];
  return foundOf(rows, ({ slug, name, key, value, note }) => {
    const found = { title: name, path: paths.agreement(slug), language: null };
    if (key === formerly) return { ...found, about: wordsIn(locale)('search.formerly'), text: String(value) };
    const isTold = key !== null && isStoredFactKey(key);
    return {
      ...found,
      about: isTold ? factCellLabel(key, locale, names) : '',
      text: isTold ? sayFound(key, { value, note }, locale, names) : '',
    };
  });
}

type FoundCell = { value: unknown; note: string | null };

function sayFound(key: FactKey, { value, note }: FoundCell, locale: Locale, names: ReferenceNames): string {
  if (value === null) return sayNone(note, locale);
  return [factText(key, value, locale, names), note].filter(Boolean).join(' · ');
}

/** The agreements whose names match, best first. */
export async function findNamed(
  inName: Prisma.Sql,
  { locale, limit }: Pick<SearchPart, 'locale' | 'limit'>,
): Promise<Found[]> {
  const rows = await db.$queryRaw<{ slug: string; name: string }[]>(Prisma.sql`${PLAN_FOR_VALUES}
    SELECT a.slug, a.name FROM cells c JOIN agreements a ON a.id = c.agreement_id AND ${IN_USE} WHERE c.words @@ ${inName}
    GROUP BY a.id ORDER BY max(ts_rank(c.words, ${inName})) DESC, a.name LIMIT ${limit}`);
  const paths = pathsIn(locale);
  return rows.map(({ slug, name }) => ({
    title: name,
    about: '',
    path: paths.agreement(slug),
    text: '',
    language: null,
  }));
}

type ValueRow = {
  total: number;
  slug: string;
  name: string;
  criterion: string;
  title: string;
  /** Of the key: the name of a fact whose rows belong to criteria, or the criterion. */
  kind: string;
  value: unknown;
  note: string | null;
};

/** The notes of assessments, the views stated beside them and the passages they rest on; agreement and criterion may have some of the words. */
export async function findValues(query: SearchQuery, { locale, limit, offset }: SearchPart): Promise<FoundRows> {
  const rows = await db.$queryRaw<ValueRow[]>(Prisma.sql`${PLAN_FOR_VALUES}
    WITH titled AS MATERIALIZED (SELECT key, title, public_words(title) AS words FROM criteria)
    SELECT count(*) OVER ()::int AS total, a.slug, a.short_name AS name, k.key AS criterion, k.title,
      split_part(c.key, ':', 1) AS kind, c.value, c.note
    FROM cells c JOIN agreements a ON a.id = c.agreement_id AND ${IN_USE}
    JOIN titled k ON k.key = coalesce(c.criterion_key, CASE WHEN ${IS_OF_CRITERION} THEN c.value->>'criterion' END)
    LEFT JOIN cells n ON n.agreement_id = a.id AND n.key = 'name'
    LEFT JOIN cells s ON s.agreement_id = a.id AND s.key = 'shortName'
    WHERE c.words @@ ${anyWord(query)} AND NOT ${IS_REDACTED_CELL} ${
      query.terms.length === 1
        ? Prisma.empty
        : Prisma.sql`AND (c.words || k.words || coalesce(n.words, '') || coalesce(s.words, '')) @@ ${everyWord(query)}`
    }
    ORDER BY ts_rank(c.words, ${anyWord(query)}) DESC, a.name, c.key LIMIT ${limit} OFFSET ${offset}`);
  const paths = pathsIn(locale);
  return foundOf(rows, ({ slug, name, criterion, title, kind, value, note }) => ({
    title: name,
    about: `${title}: ${sayValue({ kind, value }, locale)}`,
    path: `${paths.agreement(slug)}#${criterion}`,
    text: [kind === 'quotations' ? passageOf(value) : '', note].filter(Boolean).join(' · '),
    language: kind === 'quotations' ? languageOf(value) : null,
  }));
}

function sayValue({ kind, value }: Pick<ValueRow, 'kind' | 'value'>, locale: Locale): string {
  const t = wordsIn(locale);
  if (kind === 'quotations') return t('search.quotation');
  // Those of a view and of an assessment.
  if (kind === 'views') return t('search.view', { value: t(`common.values.${recordOf(value)?.value as 'yes'}`) });
  return t(`common.values.${value as 'yes'}`);
}

const passageOf = (value: unknown): string => String(recordOf(value)?.passage ?? '');
const languageOf = (value: unknown): string | null => {
  const language = recordOf(value)?.language;
  return typeof language === 'string' ? language : null;
};
