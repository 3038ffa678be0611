import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { textsIn } from '@/e2e/fixtures/archives';
import { seedContactSecrets } from '@/prisma/factories/contact-secrets';
import { makeEditor } from '@/prisma/factories/people';
import { makeToken } from '@/prisma/factories/tokens';
import { ask, read, readJson, signIn, statusOf } from './requests';

const MAX_PAGES = 600;
/** Views of the same data by other filters, pages and orders: the crawl visits some of each. */
const MAX_OF_A_KIND = 8;

type Answer = { status: number; text: string };
type Headers = Record<string, string>;
let seeded: Awaited<ReturnType<typeof seedContactSecrets>>;
let admin: Headers;
let observer: Headers;
/** Every page and file of the desk that links lead an admin to, as an admin reads them. */
let pages: Map<string, Answer>;

beforeAll(async () => {
  seeded = await seedContactSecrets();
  [admin, observer] = [await signIn('admin'), await signIn('observer')];
  pages = await crawl(admin);
});

/** The headers and the words of an answer, of archives what they hold. */
async function answerOf(address: string, headers: Headers): Promise<Answer> {
  const response = await ask(address, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isArchive = response.ok && /\.(xlsx|docx)$/.test(address);
  const body = isArchive ? await textsIn(bytes) : bytes.toString();
  return { status: response.status, text: [...response.headers.values(), body].join('\n') };
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/ href="([^"#]+)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

/** The desk as links lead through it from the queue. */
async function crawl(headers: Headers): Promise<Map<string, Answer>> {
  const seen = new Map<string, Answer>();
  const kinds = new Map<string, number>();
  const waiting = ['/desk', '/desk?status=all'];
  for (const reference of seeded.references) waiting.push(`/desk/contributions/${reference}`);
  for (let address = waiting.shift(); address !== undefined && seen.size < MAX_PAGES; address = waiting.shift()) {
    const kind = address.replace(/\?.*/, '?').replace(/^(\/desk\/(?:agreements|questions|sources)\/)[^/?]+/, '$1*');
    const count = kinds.get(kind) ?? 0;
    if (seen.has(address) || (/[?*]/.test(kind) && count >= MAX_OF_A_KIND)) continue;
    kinds.set(kind, count + 1);
    const answer = await answerOf(address, headers);
    seen.set(address, answer);
    if (!/<html/i.test(answer.text)) continue;
    const here = new URL(address, 'http://forum');
    for (const link of linksIn(answer.text)) {
      const url = URL.canParse(link, here) ? new URL(link, here) : null;
      if (url?.host === here.host && /^\/desk(\/|$)/.test(url.pathname)) waiting.push(url.pathname + url.search);
    }
  }
  return seen;
}

const leaksIn = (address: string, { text }: Answer): string[] =>
  seeded.hidden.filter((word) => text.includes(word)).map((word) => `${address}: ${word}`);

test('an admin finds every contact detail at the desk that the test has put there', () => {
  const everything = [...pages.values()].map(({ text }) => text).join('\n');
  expect([...seeded.hidden, ...seeded.shared].filter((word) => !everything.includes(word))).toEqual([]);
  expect([...pages].filter(([, { status }]) => status >= 400).map(([address]) => address)).toEqual([]);
});

test('an observer finds none of them at any of these addresses, and all other words', async () => {
  const leaks: string[] = [];
  const words: string[] = [];
  for (const address of pages.keys()) {
    const page = await answerOf(address, observer);
    expect(page.status, address).toBeLessThan(500);
    words.push(page.text);
    leaks.push(...leaksIn(address, page));
    // The request of a browser that moves between pages: the same content in another format.
    const flight = await answerOf(address, { ...observer, RSC: '1' });
    leaks.push(...leaksIn(`${address} (RSC)`, flight));
  }
  expect(leaks).toEqual([]);
  const everything = words.join('\n');
  expect(seeded.shared.filter((word) => !everything.includes(word))).toEqual([]);
});

test('an observer’s pages have no link and no form that an observer is refused', async () => {
  const own = await crawl(observer);
  expect(own.size).toBeGreaterThan(30);
  const dead = [...own]
    .filter(([, { status }]) => status >= 400)
    .map(([address, { status }]) => `${status} ${address}`);
  expect(dead).toEqual([]);
  const names = actionNames();
  const called = new Set([...own.values()].flatMap(({ text }) => actionsIn(text)).map((id) => names.get(id) ?? id));
  expect([...called].sort()).toEqual(FORMS);
});

/** The forms of an observer: signing out, notes, the queue's views and its rows as a table, notifications, and
 * their interests. */
const FORMS = [
  'actions.ts signOut',
  'actions.ts signOutEverywhere',
  'contributions/[reference]/people/actions.ts note',
  'selection/actions.ts runOnSelected',
  'views/actions.ts save',
  'you/actions.ts chooseNotify',
  'you/actions.ts stateInterests',
];

/** The server actions that the forms of a page call, by the ids under which the build answers them. */
const actionsIn = (html: string): string[] =>
  [...html.matchAll(/\$ACTION_ID_([0-9a-f]{40,})|&quot;id&quot;:&quot;([0-9a-f]{40,})/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );

/** What the build under test calls its server actions, by id: file and name. */
function actionNames(): Map<string, string> {
  // as the build wrote it
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      id,
      `${filename.replace(/^app\/desk\//, '')} ${exportedName}`,
    ]),
  );
}

test('what is not public of an author is found by search and filter for an admin, and not for an observer', async () => {
  const [waiting = ''] = seeded.references;
  for (const word of ['hidden-name-waiting-qz8', 'hidden-house-waiting-qz8', 'hidden-mail-waiting-qz8@example.org']) {
    const address = `/desk?status=all&q=${encodeURIComponent(word)}`;
    if (!word.includes('@')) expect(await read(address, { headers: admin }), word).toContain(`>${waiting}<`);
    expect(await read(address, { headers: observer }), word).not.toContain(`>${waiting}<`);
  }
  expect(await read('/desk', { headers: admin })).toContain('value="TV"');
  expect(await read('/desk', { headers: observer })).not.toContain('value="TV"');
  const byCountry = '/desk?status=all&country=TV';
  expect(await read(byCountry, { headers: admin })).toContain(waiting);
  expect(await read(byCountry, { headers: observer })).not.toContain(waiting);
  expect(await read('/desk?status=all&q=seen-answer-waiting-qz8', { headers: observer })).toContain(waiting);
});

test('a token of a person who has become an observer reads the queue without authors, and decides nothing', async () => {
  const person = await makeEditor();
  const token = { Authorization: `Bearer ${await makeToken(person)}` };
  const names = async () => JSON.stringify(await readJson('/api/v1/desk/contributions?limit=100', { headers: token }));
  expect(await names()).toContain('hidden-house-waiting-qz8');
  await makeEditor({ role: 'observer', email: person.email });
  const read = await names();
  expect(read).toContain(seeded.references[0]);
  expect(seeded.hidden.filter((word) => read.includes(word))).toEqual([]);
  const decisions = `/api/v1/desk/contributions/${seeded.references[0]}/decisions`;
  const headers = { ...token, 'Content-Type': 'application/json' };
  expect(await statusOf(decisions, { method: 'POST', headers, body: '{"decisions":[]}' })).toBe(403);
});
