import { expect, test } from 'vitest';
import { makeParticipation } from '@/prisma/factories/participants';
import { published, withdrawn } from '@/prisma/factories/published';
import { ask, read, readJson, statusOf, textOf } from './requests';

const soon = (address: string, words: string) =>
  expect.poll(async () => textOf(await read(address)), { interval: 50, timeout: 20_000 }).toContain(words);

test('the register begins with members who signed nothing, and is found by name, kind and action', async () => {
  expect(textOf(await read('/en/participants'))).toContain('35 participants');
  expect(textOf(await read('/en/participants/view/q/saint'))).toContain('Saint Lucia');
  expect(textOf(await read('/en/participants/view/action/signed'))).toContain('No participant is like that');
  const found = await ask('/en/participants?q=Jamaica', { redirect: 'manual' });
  expect([found.status, new URL(found.headers.get('location') ?? '', 'http://x').pathname]).toEqual([
    307,
    '/en/participants/find',
  ]);
  const page = textOf(await read('/en/participants/jamaica'));
  expect(page).toContain('Member');
  expect(page).toContain('AG/RES. 2004');
  expect(page).not.toContain('Signed');
});

test('an agreement shows what is claimed beside what the register has, with the difference', async () => {
  const [paris, union, states] = await Promise.all(
    ['paris-call', 'au-convention', 'oas-strategy'].map(async (slug) =>
      textOf(await read(`/en/agreements/${slug}/participants`)),
    ),
  );
  expect(paris).toContain('547 without a row');
  expect(paris).toContain('The register has no participant of this agreement yet.');
  expect(union).toContain('4 without a row');
  expect(states).toContain('35 member states, as of 2019');
  expect(textOf(await read('/en/agreements/oas-strategy'))).toContain('All 35 participants with date and evidence');
});

test('what an editor adds is on its pages, in the API and in the files at once', async () => {
  const { participant, id } = await makeParticipation({
    name: 'Zq Network of Registries',
    country: 'KE',
    group: 'technical_community',
    date: '2018-11-12',
    quotation: '=We, "the supporters"',
    link: 'https://example.org/supporters',
    reservation: 'Not of its fifth principle.',
  });
  await soon('/en/agreements/paris-call/participants', 'Zq Network of Registries');
  await soon(`/en/participants/${participant}`, '12 November 2018');
  await soon('/en/participants/view/country/KE', 'Zq Network of Registries');
  const one = await readJson(`/api/v1/participants/${participant}`);
  expect(one.participations).toEqual([
    expect.objectContaining({ id, action: 'endorsed', date: '2018-11-12', verified: false }),
  ]);
  const list = await readJson('/api/v1/participants?group=technical_community&agreement=paris-call');
  expect(list.data.map(({ slug }: { slug: string }) => slug)).toContain(participant);
  const rows = await readJson('/api/v1/agreements/paris-call/participants');
  expect(rows.counts.beside[0]).toMatchObject({
    counted: 'supporters',
    claimed: 547,
    computed: rows.counts.rows.endorsed,
  });
  const csv = await read('/data/latest/participants.csv');
  expect(csv.split('\r\n')[0]).toBe(
    'participant,name,kind,country,group,agreement,action,date,source,link,quotation,contribution,evidence_gone,declared_by,verified,reservation,id',
  );
  const line = csv.split('\r\n').find((text) => text.startsWith(`${participant},`));
  expect(line).toContain(
    `paris-call,endorsed,2018-11-12,List of supporters,https://example.org/supporters,"'=We, ""the`,
  );
  expect(await read('/en/agreements/paris-call/participants/participants.csv')).toContain(line);
  expect(await read('/sitemap.xml')).toContain(`/en/participants/${participant}</loc>`);
});

test('lists come in pages that hold every participant once', async () => {
  const slugs: string[] = [];
  for (let after = '', rounds = 0; rounds < 50; rounds += 1) {
    const { data, next } = await readJson(`/api/v1/participants?limit=7${after && `&after=${after}`}`);
    slugs.push(...data.map(({ slug }: { slug: string }) => slug));
    if (next === null) break;
    after = next;
  }
  const whole = await readJson('/api/v1/participants');
  expect(slugs).toEqual(whole.data.map(({ slug }: { slug: string }) => slug));
  expect(new Set(slugs).size).toBe(slugs.length);
});

test('an anonymous signatory never appears, and a withdrawn contribution is no evidence any more', async () => {
  const sign = (affiliation: string, anonymous: boolean) =>
    published({
      signatories: [{ agreement: 'charter-of-trust' }],
      about: { affiliation, anonymous, show: { affiliation: true } },
      consent: true,
    });
  const [hidden, shown] = [await sign('Zq Hidden Society', true), await sign('Zq Shown Society', false)];
  const { participant } = await makeParticipation({
    ...{ agreement: 'charter-of-trust', name: 'Zq Shown Society', action: 'signed', declaredBy: 'participant' },
    contribution: shown.reference,
  });
  const place = '/en/agreements/charter-of-trust/participants';
  await soon(place, `Contribution ${shown.reference}`);
  expect(textOf(await read(place))).toContain('Fewer than five published contributions say');
  await withdrawn(shown.reference);
  await soon(place, 'A contribution that said so was withdrawn.');
  for (const address of [
    ...[place, `/en/participants/${participant}`, '/en/participants', '/data/latest/participants.csv'],
    ...['/api/v1/participants', '/api/v1/agreements/charter-of-trust/participants'],
  ]) {
    const answer = await read(address);
    expect([address, answer.includes('Hidden Society'), answer.includes(hidden.reference)]).toEqual([
      address,
      false,
      false,
    ]);
    expect([address, answer.includes(shown.reference)]).toEqual([address, false]);
  }
});

test.each([
  ['/en/participants/no-such', 404],
  ['/en/participants/%00', 404],
  ['/en/participants/view/kind/person', 404],
  ['/en/agreements/no-such/participants', 404],
  ['/en/agreements/no-such/participants/participants.csv', 404],
  ['/en/agreements/manrs/participants/view/action/sang', 404],
  ['/api/v1/participants/no-such', 404],
  ['/api/v1/participants?kind=person', 400],
  ['/api/v1/participants?after=no-such', 400],
  ['/api/v1/participants?name=x', 400],
  ['/api/v1/agreements/no-such/participants', 404],
  ['/api/v1/agreements/manrs/participants?after=x', 400],
])('%s is answered with %i', async (address, status) => {
  expect(await statusOf(address)).toBe(status);
});
