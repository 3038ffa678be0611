import { expect, test } from 'vitest';
import { STANDING_CALL } from '@/lib/calls/constants';
import { makeAgreement } from '@/prisma/factories/agreements';
import { proposing, submit } from '@/prisma/factories/submissions';
import { ask, read, readJson, retire, textOf } from './requests';

const soon = { interval: 100, timeout: 20_000 };

const SECRETS = ['zq-secret-value', 'zq-secret-note', 'zq-secret-source', 'zq-secret-name', 'zq-secret-house'];

const challenge = (agreement: string, anonymous: boolean, cell = 'maintainer') =>
  submit(
    {
      ...proposing(agreement, [
        { cell, value: `${SECRETS[0]} ${Math.random()}`, note: SECRETS[1], source: SECRETS[2] },
      ]),
      about: anonymous ? { anonymous } : { name: SECRETS[3], affiliation: SECRETS[4] },
    },
    { callSlug: STANDING_CALL },
  );

/** The rows of the public page that name an agreement. */
const rowsOf = async (name: string) =>
  [...(await read('/en/challenges')).matchAll(/<tr role="row">.*?<\/tr>/gs)]
    .map(([row]) => textOf(row))
    .filter((row) => row.includes(name));

test('an open challenge is listed without what it says, and an anonymous one never alone', async () => {
  const { slug, name } = await makeAgreement({ maintainer: 'A commission' });
  const sent = [await challenge(slug, true)];
  sent.push(await challenge(slug, false, 'summary'));
  await expect.poll(() => rowsOf(name), soon).toHaveLength(1);
  expect((await rowsOf(name))[0]).toContain('Waits for an editor');
  sent.push(await challenge(slug, true));
  await expect.poll(() => rowsOf(name), soon).toHaveLength(3);

  for (const address of [
    '/en/challenges',
    `/en/agreements/${slug}`,
    `/en/correct/${slug}/maintainer`,
    '/en/calls/open',
    '/en/contributions',
    '/en/matrix',
    `/api/v1/agreements/${slug}`,
    '/api/v1/contributions',
    '/api/v1/changes',
    '/api/v1/calls',
    '/feeds/contributions.atom',
    '/feeds/dataset.atom',
    '/data/latest/cells.csv',
    '/sitemap.xml',
    `/en/search/view/q/${SECRETS[0]}`,
  ]) {
    const said = await read(address);
    for (const { reference } of sent) expect(said, address).not.toContain(reference);
    for (const secret of SECRETS.slice(address.includes('search') ? 1 : 0)) expect(said, address).not.toContain(secret);
  }
  for (const { reference } of sent) expect((await ask(`/en/contributions/${reference}`)).status).toBe(404);
  await retire(slug);
});

test('the standing call is in the lists of calls as open all year, and is not the year’s', async () => {
  const { data } = (await readJson('/api/v1/calls')) as { data: { slug: string }[] };
  expect(data.at(-1)).toMatchObject({ slug: 'open', closesAt: null, state: 'open' });
  expect(textOf(await read('/en/calls'))).toContain('Open all year');
  const page = textOf(await read('/en/calls/open'));
  expect(page).toContain('There is no deadline.');
  expect(page).not.toContain('After the deadline');
  expect(textOf(await read('/en'))).not.toContain('Corrections all year');
});

test('a link for a signatory leads to the update of the agreement, the short form of a cell, or the criterion', async () => {
  for (const [asked, leads] of [
    ['/contribute?agreement=manrs', '/en/contribute?agreement=manrs'],
    ['/en/contribute?agreement=manrs', '/en/update/manrs'],
    ['/en/contribute?agreement=manrs&criterion=responsible-disclosure', '/en/correct/manrs/responsible-disclosure'],
    ['/en/contribute?agreement=manrs&cell=maintainer', '/en/correct/manrs/maintainer'],
    ['/en/contribute?agreement=manrs&cell=responsible-disclosure', '/en/correct/manrs/responsible-disclosure'],
    ['/en/contribute?agreement=manrs&cell=', '/en/update/manrs'],
    ['/en/contribute?criterion=responsible-disclosure', '/en/criteria/responsible-disclosure'],
  ] as const) {
    const answer = await ask(asked);
    expect([303, 307], asked).toContain(answer.status);
    expect(answer.headers.get('location'), asked).toContain(leads);
  }
  expect((await ask('/en/contribute?agreement=no%00where')).headers.get('location')).toMatch(/\/contribute$|\/calls$/);
  for (const address of [
    '/en/correct/manrs/no-such-cell',
    '/en/correct/nowhere/maintainer',
    '/en/correct/manrs/dates%3Anone',
  ])
    expect((await ask(address)).status, address).toBe(404);
});
