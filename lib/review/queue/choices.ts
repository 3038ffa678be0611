import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';

export type QueueChoice = { value: string; title: string };
export type QueueChoices = Record<'calls' | 'editors' | 'agreements', QueueChoice[]> & {
  criteria: { title: string; choices: QueueChoice[] }[];
};

/** The filters of the queue, in the desk's words: every call, also the hidden one of the editors' own proposals. */
export async function listQueueChoices(locale: string): Promise<QueueChoices> {
  const [calls, editors, agreements, sets] = await Promise.all([
    listCallTitles(locale),
    listEditors(),
    listAgreementNames(),
    listCriteria(),
  ]);
  return {
    calls,
    editors,
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

async function listEditors(): Promise<QueueChoice[]> {
  const rows = await db.user.findMany({
    where: { deactivatedAt: null },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    select: { id: true, name: true, email: true },
  });
  return rows.map(({ id, name, email }) => ({ value: id, title: name ?? email }));
}
