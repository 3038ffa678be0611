import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/mutations';
import { db } from '@/lib/db/client';
import { newSecret } from '@/lib/secret';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { GET } from '@/app/[locale]/(contribute)/link/[token]/route';
import { hasRoom, keepToken, MOST_LINKS, ownTokens } from './own-links';

useTestDatabase();

// The browser: a cookie's value as Next would read and set it.
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined), set: (name: string, value: string) => jar.set(name, value) }),
}));
vi.mock('next-intl/server', () => ({ getTranslations: () => Promise.resolve((key: string) => key), setRequestLocale: () => undefined, getRequestConfig: () => undefined }));
vi.mock('next/navigation', () => ({ notFound: () => { throw new Error('not found'); } }));

async function begin(): Promise<string> {
  const started = await startDraft({ callSlug: '2020' });
  if (!started.ok) throw new Error(started.reason);
  return started.token;
}
const open = (token: string) => GET(new Request(`http://localhost/en/link/${token}`), { params: Promise.resolve({ locale: 'en', token }) });

describe('the private links in a browser', () => {
  let first: string;
  beforeEach(async () => {
    jar.clear();
    first = await begin();
    await keepToken('2020', first);
  });

  it('are kept beyond the tenth, and the first stays', async () => {
    for (let at = 0; at < 14; at += 1) expect((await open(await begin())).status).toBe(303);
    expect(await ownTokens('2020')).toHaveLength(15);
    expect((await ownTokens('2020')).at(-1)).toBe(first);
  });

  it('are not dropped where there is no room: that is said, and nothing changes', async () => {
    for (let at = 1; at < MOST_LINKS; at += 1) await keepToken('2020', await begin());
    const before = await ownTokens('2020');
    expect([before.length, await hasRoom('2020')]).toEqual([MOST_LINKS, false]);
    const answer = await open(await begin());
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('full.title')]);
    expect(await ownTokens('2020')).toEqual(before);
    // One that is among them is opened, and one that takes another's place has its room.
    expect((await open(first)).status).toBe(303);
    expect(await keepToken('2020', await begin(), { instead: first })).toBe(true);
  });

  it('that lead nowhere any more make room', async () => {
    for (let at = 1; at < MOST_LINKS; at += 1) await keepToken('2020', newSecret());
    const another = await begin();
    expect(await hasRoom('2020')).toBe(true);
    expect((await open(another)).status).toBe(303);
    expect(await ownTokens('2020')).toEqual([another, first]);
    expect(await db.contribution.count()).toBeGreaterThan(0);
  });
});
