import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { countryName } from '@/lib/contributions/documents/attributed';
import { db, Prisma } from '@/lib/platform/db/client';
import type { QueueReader } from '@/lib/review/queue/filter-sql';
import { listTags } from '@/lib/review/tags/tags';

export type QueueChoice = { value: string; title: string };
export type QueueChoices = Record<'calls' | 'editors' | 'agreements' | 'countries' | 'tags', QueueChoice[]> & {
  criteria: { title: string; choices: QueueChoice[] }[];
};

/** The filters of the queue, in the desk's words: every call, also the hidden one of the editors' own proposals. */
export async function listQueueChoices(locale: string, reader: QueueReader = {}): Promise<QueueChoices> {
  const [calls, editors, agreements, sets, countries, tags] = await Promise.all([
    listCallTitles(locale),
    listEditors(),
    listAgreementNames(),
    listCriteria(),
    listCountries(locale, reader),
    listTags(),
  ]);
  return {
    calls,
    editors,
    countries,
    tags: tags.map((tag) => ({ value: tag, title: tag })),
    agreements: agreements
      .map(({ slug, shortName }) => ({ value: slug, title: shortName }))
      .sort((one, other) => one.title.localeCompare(other.title, locale)),
    criteria: sets.map(({ title, criteria }) => ({
      title,
      choices: criteria.map((one) => ({ value: one.key, title: one.title })),
    })),
  };
}

async function listCallTitles(locale: string): Promise<QueueChoice[]> {
  const rows = await db.$queryRaw<QueueChoice[]>`
    SELECT slug AS value, coalesce(texts->${locale}->>'title', texts->'en'->>'title', slug) AS title FROM calls ORDER BY closes_at DESC NULLS LAST, slug`;
  return rows;
}

const COUNTRIES_OF_CONTACTS = Prisma.sql`UNION SELECT t.country FROM contacts t JOIN contributions c ON c.id = t.contribution_id
    WHERE t.country IS NOT NULL AND NOT c.anonymous AND c.submitted_at IS NOT NULL`;

/** The countries of those who sent something and are not anonymous, by name. */
async function listCountries(locale: string, { seesContacts = true }: QueueReader): Promise<QueueChoice[]> {
  const rows = await db.$queryRaw<{ country: string }[]>`
    SELECT DISTINCT public_country AS country FROM contributions WHERE public_country IS NOT NULL
    ${seesContacts ? COUNTRIES_OF_CONTACTS : Prisma.empty}`;
  return rows
    .map(({ country }) => ({ value: country, title: countryName(country, locale) }))
    .sort((one, other) => one.title.localeCompare(other.title, locale));
}

async function listEditors(): Promise<QueueChoice[]> {
  const rows = await db.user.findMany({
    where: { deactivatedAt: null, role: { not: 'observer' } },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    select: { id: true, name: true, email: true },
  });
  return rows.map(({ id, name, email }) => ({ value: id, title: name ?? email }));
}
