import { createTranslator } from 'next-intl';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { initialState } from '@/app/ui/action-state';
import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { replaceLink, revokeLink } from '@/lib/contributions/links';
import { listLinks } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import { makeCall } from '@/prisma/factories/calls';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { compareWhileTyping, searchWhileTyping } from '@/app/(form)/server/finding-actions';
import { GET as readersWord } from '@/app/(form)/[locale]/calls/[call]/contribute/read/contribution.docx/route';
import { hasRoom, keepToken, MAX_LINKS, ownTokens } from '@/app/(form)/server/own-links';
import { GET as openPrivateLink } from '@/app/(form)/[locale]/link/[token]/route';
import { newSecret } from '@/lib/platform/secret';
import { openReading } from '@/app/(form)/server/form';
import { changeComment, comment } from './comment-actions';
import { draft, ENDPOINTS, formOf, linkTo, params, place, request } from './draft-endpoints';
import { answerSignOff } from './sign-off-actions';
import { textToSign } from './text-to-sign';

/** The parts of a request and of its answer that Next provides in an app. */
const jar = vi.hoisted(() => ({ cookies: new Map<string, string>() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.cookies.has(name) ? { value: jar.cookies.get(name) } : undefined),
    set: (name: string, value: string) => jar.cookies.set(name, value),
  }),
  headers: async () => new Headers({ host: 'localhost' }),
}));
vi.mock('next/cache', async (original) => ({
  ...(await original<object>()),
  refresh: () => {},
  revalidateTag: () => {},
}));
vi.mock('next-intl/server', () => ({
  setRequestLocale: () => {},
  getTranslations: async (asked?: string | { namespace?: string }) =>
    createTranslator({
      locale: 'en',
      messages: catalogues.en,
      namespace: (typeof asked === 'string' ? asked : asked?.namespace) as never,
    }),
}));

useTestDatabase();

const holding = (...tokens: string[]) => jar.cookies.set('contribution_2020', tokens.join('.'));

const REFUSED = /lost_link|unknown_link|not_with_this_link|"status":404/;

async function outcomeOf(run: Promise<unknown>): Promise<string> {
  const outcome = await run.catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  return outcome instanceof Response
    ? JSON.stringify({ status: outcome.status, body: await outcome.text() })
    : JSON.stringify(outcome);
}

/** Everything of a contribution that an endpoint could change. */
async function stateOf(id: string) {
  return JSON.stringify([
    await db.contribution.findUniqueOrThrow({
      where: { id },
      select: {
        status: true,
        reference: true,
        showsContacts: true,
        draftSections: { orderBy: { step: 'asc' } },
        draftComments: { orderBy: { id: 'asc' } },
        signOffs: { orderBy: { id: 'asc' } },
        attachments: { select: { id: true } },
        messages: true,
        contact: true,
      },
    }),
    await db.accessLink.findMany({ where: { contributionId: id }, orderBy: { id: 'asc' } }),
  ]);
}

beforeEach(() => jar.cookies.clear());

describe.each(Object.entries(ENDPOINTS))('to %s', (_name, endpoint) => {
  it('accepts only a link to work on the draft, and changes nothing for any other link', async () => {
    const own = await draft();
    const [reading, commenting, approving, revoked, elsewhere] = [
      await linkTo(own.id, 'read'),
      await linkTo(own.id, 'comment'),
      await linkTo(own.id, 'approve'),
      await linkTo(own.id, 'manage'),
      await draft(),
    ];
    const links = await listLinks(own.id);
    await revokeLink({ contributionId: own.id, linkId: links.find(({ label }) => label === 'manage')?.id ?? '' });
    const before = await stateOf(own.id);
    for (const tokens of [
      [],
      [reading],
      [commenting],
      [approving],
      [reading, commenting, approving],
      [revoked],
      ['A'.repeat(43)],
      ['nonsense'],
    ]) {
      holding(...tokens);
      expect(await outcomeOf(endpoint(own))).toMatch(REFUSED);
      expect(await stateOf(own.id)).toBe(before);
    }
    // A link to another draft gives no access to this one.
    holding(commenting, elsewhere.token);
    await outcomeOf(endpoint(own));
    expect(await stateOf(own.id)).toBe(before);

    holding(own.token);
    expect(await outcomeOf(endpoint(own))).not.toMatch(REFUSED);
  });
});

describe('what a colleague’s link opens', () => {
  it('shows no contact details, and nothing once it is revoked', async () => {
    const own = await draft();
    const reading = await linkTo(own.id, 'read');
    holding(reading);
    const response = await readersWord(request('/'), { params });
    expect([
      response.status,
      response.headers.get('cache-control'),
      response.headers.get('content-disposition'),
    ]).toEqual([200, 'private, no-store', 'attachment; filename="bpf-2020-draft.docx"']);
    await replaceLink({
      contributionId: own.id,
      linkId: (await listLinks(own.id)).find(({ purpose }) => purpose === 'read')?.id ?? '',
    });
    const refused = await readersWord(request('/'), { params });
    expect(refused.status).toBe(404);
  });

  it('adds comments where it allows them, and deletes only those written with it', async () => {
    const own = await draft();
    const at = { ...place, page: 'reading' as const };
    holding(await linkTo(own.id, 'read'));
    expect(
      (await comment({ ...at, section: 'gaps' }, initialState, formOf({ text: 'typed with care', signedAs: '' })))
        .typed,
    ).toEqual({ text: 'typed with care', signedAs: '' });
    holding(await linkTo(own.id, 'comment'));
    expect(
      await comment({ ...at, section: 'nowhere' }, initialState, formOf({ text: 'x', signedAs: '' })),
    ).toMatchObject({
      result: { reason: 'not_found' },
    });
    expect(
      await comment({ ...at, section: 'gaps' }, initialState, formOf({ text: 'mine', signedAs: 'Legal' })),
    ).toMatchObject({ result: { ok: true } });
    const mine = await db.draftComment.findFirstOrThrow({
      where: { contributionId: own.id, text: 'mine' },
      select: { id: true },
    });
    const remove = (id: string) => changeComment({ ...at, comment: id }, initialState, formOf({ change: 'delete' }));
    expect(await remove(own.commentId)).toMatchObject({ result: { ok: false, reason: 'not_found' } });
    expect(await remove(mine.id)).toMatchObject({ result: { ok: true } });
    expect(await db.draftComment.count({ where: { contributionId: own.id } })).toBe(1);
  });

  it('takes an approval of exactly the version that was read, only with a link to approve', async () => {
    const own = await draft();
    const answer = async (fields: Record<string, string>) => {
      const filled = { contribution: own.id, outcome: 'approved', name: 'A Director', ...fields };
      return (await answerSignOff(place, initialState, formOf(filled))).result;
    };
    const versionNow = async () => {
      const open = await openReading('en', '2020');
      return open ? (await textToSign(open)).version : '';
    };
    for (const token of [own.token, await linkTo(own.id, 'comment'), await linkTo(own.id, 'read')]) {
      holding(token);
      expect(await answer({ version: await versionNow() })).toMatchObject({ reason: 'not_with_this_link' });
    }
    const [approving, elsewhere] = [await linkTo(own.id, 'approve'), await draft()];
    holding(await linkTo(elsewhere.id, 'approve'));
    expect(await answer({ version: await versionNow() })).toMatchObject({ reason: 'not_with_this_link' });
    expect(await db.signOff.count({ where: { contributionId: { in: [own.id, elsewhere.id] } } })).toBe(0);

    holding(approving);
    const read = await versionNow();
    await saveSection({ contributionId: own.id, key: 'gaps', expectedVersion: 1, data: { text: 'Another gap.' } });
    expect(await answer({ version: read })).toMatchObject({ reason: 'text_changed' });
    expect(await answer({ version: await versionNow() })).toEqual({ ok: true });
    const kept = await db.signOff.findMany({ where: { contributionId: own.id } });
    expect(kept.map(({ version, revision, name }) => ({ version, revision, name }))).toEqual([
      { version: await versionNow(), revision: 1, name: 'A Director' },
    ]);
    expect(JSON.stringify(kept)).toContain('Another gap.');
    expect(JSON.stringify(kept)).not.toMatch(/secret-/);
  });

  it('finds nothing without a link to work on the draft', async () => {
    const own = await draft();
    holding(await linkTo(own.id, 'comment'));
    expect(await searchWhileTyping('2020', 'paris')).toEqual([]);
    expect(
      await compareWhileTyping({ ...place, step: 'agreements', position: 1 }, [], {
        name: 'Paris Call',
        shortName: '',
        link: '',
        launchDate: '',
      }),
    ).toEqual([]);
    holding(own.token);
    expect(await searchWhileTyping('2020', 'paris')).not.toEqual([]);
  });
});

async function beginDraft(): Promise<string> {
  const started = await startDraft({ callSlug: '2020' });
  if (!started.ok) throw new Error(started.reason);
  return started.token;
}
const openLink = (token: string, search = '') =>
  openPrivateLink(new Request(`http://localhost/en/link/${token}${search}`), {
    params: Promise.resolve({ locale: 'en', token }),
  });

describe('the private links in a browser', () => {
  let first: string;
  beforeEach(async () => {
    jar.cookies.clear();
    first = await beginDraft();
    await keepToken('2020', first);
  });

  it('keep the first link after more than ten', async () => {
    for (let at = 0; at < 14; at += 1) expect((await openLink(await beginDraft())).status).toBe(303);
    expect(await ownTokens('2020')).toHaveLength(15);
    expect((await ownTokens('2020')).at(-1)).toBe(first);
  });

  it('lead to the page that takes over from an earlier contribution, where one was begun for its call', async () => {
    const { slug } = await makeCall('open');
    const onward = async (search: string) => (await openLink(await beginDraft(), search)).headers.get('location');
    const usual = '/en/calls/2020/contribute/check';
    expect(await onward(`?begin=${slug}`)).toBe(`/en/calls/${slug}/contribute`);
    const begun = await startDraft({ callSlug: slug });
    await keepToken(slug, begun.ok ? begun.token : '');
    expect(await onward(`?begin=${slug}`)).toBe(`/en/calls/${slug}/contribute/last-year`);
    for (const other of ['', '?begin=2020', '?begin=none', '?begin=%00', '?begin=//elsewhere.example'])
      expect([other, await onward(other)]).toEqual([other, usual]);
  });

  it('refuse a new link where there is no room, and drop none', async () => {
    for (let at = 1; at < MAX_LINKS; at += 1) await keepToken('2020', await beginDraft());
    const before = await ownTokens('2020');
    expect([before.length, await hasRoom('2020')]).toEqual([MAX_LINKS, false]);
    const answer = await openLink(await beginDraft());
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('as many private links as it can'),
    ]);
    expect(await ownTokens('2020')).toEqual(before);
    // A link that is already stored can be opened, and a new link may replace a stored one.
    expect((await openLink(first)).status).toBe(303);
    expect(await keepToken('2020', await beginDraft(), { instead: first })).toBe(true);
  });

  it('make room by removing links that no longer work', async () => {
    for (let at = 1; at < MAX_LINKS; at += 1) await keepToken('2020', newSecret());
    const another = await beginDraft();
    expect(await hasRoom('2020')).toBe(true);
    expect((await openLink(another)).status).toBe(303);
    expect(await ownTokens('2020')).toEqual([another, first]);
    expect(await db.contribution.count()).toBeGreaterThan(0);
  });
});
