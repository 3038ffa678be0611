import { factText, noteBeside, sayNone } from '@/lib/agreements/facts/pieces';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { isNamedFactKey } from '@/lib/agreements/facts/registry';
import { factCellLabel } from '@/lib/agreements/facts/words';
import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readPublicNames } from '@/lib/publication/agreements';
import { AUTHOR, NEWEST, sayAuthor } from './contributions';
import type { AuthorRow } from './contributions';
import { foundOf } from './found';
import type { FoundRows, SearchPart } from './found';
import { anyWord, eachWordIn } from './query';
import type { SearchQuery } from './query';

/** What a published contribution proposes now; the comment of a proposal is for editors. */
const PROPOSED = Prisma.sql`proposed_changes t JOIN proposals p ON p.id = t.proposal_id JOIN ${NEWEST} ON r.id = p.revision_id`;
const IS_SHOWN = Prisma.sql`t.status <> 'withdrawn'`;

type ProposalRow = AuthorRow & {
  total: number;
  reference: string;
  language: string | null;
  name: string | null;
  key: string;
  criterion: string | null;
  value: unknown;
  note: string | null;
};

/** The proposals of published contributions, one hit for each agreement: values and notes that have each of the words. */
export async function findProposals(query: SearchQuery, { locale, limit, offset }: SearchPart): Promise<FoundRows> {
  const any = anyWord(query);
  const rows = await db.$queryRaw<ProposalRow[]>(Prisma.sql`${PLAN_FOR_VALUES}
    WITH best AS (
      SELECT p.id, sum(ts_rank(t.words, ${any})) AS rank, count(*) OVER ()::int AS total FROM ${PROPOSED}
      WHERE t.words @@ ${any} AND ${IS_SHOWN} GROUP BY p.id HAVING ${eachWordIn(Prisma.sql`t.words`, query)}
      ORDER BY 2 DESC, 1 LIMIT ${limit} OFFSET ${offset}
    )
    SELECT best.total, c.reference, c.language, ${AUTHOR}, told.key, told.value, told.note, k.title AS criterion,
      coalesce(a.short_name, (SELECT coalesce(n.redacted->'value', n.value) #>> '{}' FROM proposed_changes n WHERE n.proposal_id = p.id AND n.key = 'name' LIMIT 1)) AS name
    FROM best JOIN proposals p ON p.id = best.id JOIN contributions c ON c.id = p.contribution_id LEFT JOIN agreements a ON a.id = p.agreement_id
    CROSS JOIN LATERAL (
      SELECT t.key, t.criterion_key, coalesce(t.redacted->'value', t.value) AS value, coalesce(t.redacted->>'note', t.note) AS note FROM proposed_changes t
      WHERE t.proposal_id = p.id AND t.words @@ ${any} AND ${IS_SHOWN}
      ORDER BY ts_rank(t.words, ${any}) DESC, t.key, t.round DESC LIMIT 1
    ) told LEFT JOIN criteria k ON k.key = told.criterion_key
    ORDER BY best.rank DESC, c.submitted_at DESC, c.reference, p.position`);
  const [paths, names] = [pathsIn(locale), await readPublicNames()];
  return foundOf(rows, ({ reference, language, name, key, criterion, value, note, ...author }) => {
    const said = sayProposed({ key, criterion, value, note }, locale, names);
    return {
      title: `${name ?? reference}: ${said.label}`,
      about: `${reference}, ${sayAuthor(author, locale)}`,
      path: `${paths.contribution(reference)}#proposals`,
      text: [said.value, noteBeside({ value, note })].filter(Boolean).join(' · '),
      language,
    };
  });
}

type Proposed = Pick<ProposalRow, 'key' | 'criterion' | 'value' | 'note'>;

function sayProposed(
  { key, criterion, value, note }: Proposed,
  locale: Locale,
  names: ReferenceNames,
): { label: string; value: string } {
  if (criterion !== null) return { label: criterion, value: wordsIn(locale)(`common.values.${value as 'yes'}`) }; // an assessment's
  if (!isNamedFactKey(key)) return { label: key, value: '' };
  return {
    label: factCellLabel(key, locale, names),
    value: value === null ? sayNone(note, locale) : factText(key, value, locale, names),
  };
}
