import type { ParticipationAction } from '@/lib/agreements/participation-constants';
import { IS_REDACTED_PARTICIPATION } from '@/lib/agreements/redacted-cells';
import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { wordsIn } from '@/lib/platform/i18n/words';
import { foldText } from '@/lib/platform/text/fold-text';
import { IS_PUBLIC_ROW, REGISTER } from '@/lib/publication/participants/register';
import { foundOf } from './found';
import type { Found, FoundRows, SearchPart } from './found';
import { anyWord, eachWordIn } from './query';
import type { SearchQuery } from './query';

/** Whether the participant of a version `t` has a row that readers see: without one its name is not public. */
export const IS_PUBLIC_PARTICIPANT = Prisma.sql`EXISTS (SELECT 1 FROM ${REGISTER} WHERE x.participant_id = t.participant_id AND ${IS_PUBLIC_ROW})`;

/** A row of the register whose words readers may read as they are stored. */
const IS_SEARCHED_ROW = Prisma.sql`${IS_PUBLIC_ROW} AND NOT ${IS_REDACTED_PARTICIPATION}`;

type ParticipantRow = {
  total: number;
  slug: string;
  name: string;
  kind: 'state' | 'organisation';
  former: string | null;
  agreement: string | null;
  action: ParticipationAction;
  said: string | null;
};

/** The participants whose names, also former ones, or whose rows (evidence, reservation) have each of the words. */
export async function findParticipants(query: SearchQuery, { locale, limit, offset }: SearchPart): Promise<FoundRows> {
  const any = anyWord(query);
  const named = foldText(query.words.join(' '));
  const rows = await db.$queryRaw<ParticipantRow[]>(Prisma.sql`${PLAN_FOR_VALUES}
    WITH hits AS (
      SELECT t.participant_id AS id, t.words, ts_rank(t.words, ${any}) AS rank FROM participant_versions t WHERE t.words @@ ${any} AND ${IS_PUBLIC_PARTICIPANT}
      UNION ALL SELECT x.participant_id, x.words, ts_rank(x.words, ${any}) FROM ${REGISTER} WHERE x.words @@ ${any} AND ${IS_SEARCHED_ROW}
    ),
    best AS (
      SELECT p.id, p.slug, p.name, p.kind, p.folded_name, h.rank, p.folded_name = ${named} AS exact, count(*) OVER ()::int AS total
      FROM (SELECT id, max(rank) AS rank FROM hits GROUP BY id HAVING ${eachWordIn(Prisma.sql`words`, query)}) h JOIN participants p ON p.id = h.id
      ORDER BY exact DESC, h.rank DESC, p.folded_name, p.slug LIMIT ${limit} OFFSET ${offset}
    )
    SELECT best.total, best.slug, best.name, best.kind::text, told.agreement, told.action, told.said,
      (SELECT t.name FROM participant_versions t WHERE t.participant_id = best.id AND t.words @@ ${any} AND fold_text(t.name) <> best.folded_name
        ORDER BY t.version DESC LIMIT 1) AS former
    FROM best LEFT JOIN LATERAL (
      SELECT a.short_name AS agreement, x.action::text, concat_ws(' · ', x.source, x.quotation, x.reservation) AS said FROM ${REGISTER}
      WHERE x.participant_id = best.id AND x.words @@ ${any} AND ${IS_SEARCHED_ROW} ORDER BY ts_rank(x.words, ${any}) DESC, a.slug, x.id LIMIT 1
    ) told ON true
    ORDER BY best.exact DESC, best.rank DESC, best.folded_name, best.slug`);
  const [t, paths] = [wordsIn(locale), pathsIn(locale)];
  return foundOf(rows, ({ slug, name, kind, former, agreement, action, said }) => {
    const found = { title: name, path: paths.participant(slug), language: null };
    if (agreement !== null)
      return { ...found, about: `${agreement}: ${t(`participants.actions.${action}`)}`, text: said ?? '' };
    if (former !== null) return { ...found, about: t('search.formerly'), text: former };
    return { ...found, about: t(`participants.kinds.${kind}`), text: '' };
  });
}

/** The participants whose names match, best first. */
export async function findNamedParticipants(
  inName: Prisma.Sql,
  { locale, limit }: Pick<SearchPart, 'locale' | 'limit'>,
): Promise<Found[]> {
  const rows = await db.$queryRaw<{ slug: string; name: string }[]>(Prisma.sql`${PLAN_FOR_VALUES}
    SELECT p.slug, p.name FROM participant_versions t JOIN participants p ON p.id = t.participant_id
    WHERE t.words @@ ${inName} AND ${IS_PUBLIC_PARTICIPANT}
    GROUP BY p.id ORDER BY max(ts_rank(t.words, ${inName})) DESC, p.folded_name, p.slug LIMIT ${limit}`);
  const paths = pathsIn(locale);
  return rows.map(({ slug, name }) => ({
    title: name,
    about: '',
    path: paths.participant(slug),
    text: '',
    language: null,
  }));
}
