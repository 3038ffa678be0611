import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { makeParticipation } from '@/prisma/factories/participants';
import { published, takenDown, withdrawn } from '@/prisma/factories/published';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readAgreementRegister } from './agreement-register';
import { listParticipants, listParticipations, listParticipationsOf, readParticipant } from './register';

useTestDatabase();

const LINK = 'https://example.org/list';
const says = (affiliation: string) =>
  published({
    signatories: [{ agreement: 'manrs' }],
    about: { affiliation, show: { affiliation: true } },
    consent: true,
  });
const row = async (slug: string) => (await readParticipant(slug))?.participations[0] ?? null;
const MANRS = { agreement: 'manrs', action: 'signed', declaredBy: 'participant' } as const;

it('begins with the members of the OAS as members, and with nobody of whom only a number is known', async () => {
  const register = await readAgreementRegister('oas-strategy');
  expect(register?.participations).toHaveLength(35);
  expect(
    new Set(register?.participations.map(({ action, date, evidence }) => `${action} ${date} ${evidence.link}`)),
  ).toEqual(new Set(['member null null']));
  expect(register?.counts).toMatchObject({
    rows: { signed: 0, member: 35 },
    beside: [{ counted: 'members', unit: 'member states', claimed: 35, computed: 35, difference: 0, asOf: '2019' }],
  });
  for (const [slug, claim] of [
    ['au-convention', { counted: 'ratifications', claimed: 4, computed: 0, difference: 4 }],
    ['paris-call', { counted: 'supporters', claimed: 547, computed: 0, difference: 547 }],
  ] as const) {
    const { participations, counts } = (await readAgreementRegister(slug)) ?? {};
    expect([participations, counts?.beside]).toEqual([[], [expect.objectContaining(claim)]]);
  }
});

it('a contribution is evidence while it is public and names its organisation; then the row says why it is not', async () => {
  const [stays, alone] = [await says('Example Exchange'), await says('Other Exchange')];
  await makeParticipation({ ...MANRS, name: 'Example Exchange', link: LINK, contribution: stays.reference });
  await makeParticipation({ ...MANRS, name: 'Other Exchange', source: undefined, contribution: alone.reference });
  expect((await row('example-exchange'))?.evidence).toMatchObject({ contribution: stays.reference, gone: null });
  expect((await row('other-exchange'))?.evidence).toMatchObject({ contribution: alone.reference, link: null });
  const before = (await listParticipationsOf('manrs')).withdrawn;

  await takenDown(stays.reference);
  expect((await row('example-exchange'))?.evidence).toMatchObject({
    contribution: null,
    gone: 'taken_down',
    link: LINK,
  });
  await withdrawn(stays.reference);
  await withdrawn(alone.reference);
  expect((await row('example-exchange'))?.evidence).toMatchObject({ contribution: null, gone: 'withdrawn' });
  // What rested on it alone is no row any more, and only counted.
  expect(await readParticipant('other-exchange')).toBeNull();
  expect((await listParticipationsOf('manrs')).withdrawn).toBe(before + 1);
  expect((await listParticipants()).map(({ slug }) => slug)).not.toContain('other-exchange');
  expect(JSON.stringify([await listParticipations(), await readAgreementRegister('manrs')])).not.toContain(
    alone.reference,
  );
});

it('of an author who became anonymous nothing is said, not even that there was a contribution', async () => {
  const [one, two] = [await says('Secret Exchange Zq'), await says('Open Exchange')];
  await makeParticipation({ ...MANRS, name: 'Secret Exchange Zq', source: undefined, contribution: one.reference });
  await makeParticipation({ ...MANRS, name: 'Open Exchange', link: LINK, contribution: two.reference });
  await db.contribution.updateMany({
    where: { reference: { in: [one.reference, two.reference] } },
    data: { anonymous: true, publicAffiliation: null, publicCountry: null, publicName: null },
  });
  expect(await readParticipant('secret-exchange-zq')).toBeNull();
  expect((await row('open-exchange'))?.evidence).toMatchObject({ contribution: null, gone: null, link: LINK });
  const everything = [await listParticipations(), await listParticipants(), await readAgreementRegister('manrs')];
  expect(JSON.stringify(everything)).not.toMatch(new RegExp(`Secret Exchange|${one.reference}|${two.reference}`));
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference: one.reference } });
  await withdrawContribution({ contributionId: id });
  expect(await readParticipant('secret-exchange-zq')).toBeNull();
});

it('lists each participant once, with the actions and agreements of its public rows', async () => {
  await makeParticipation({ ...MANRS, name: 'Listed Exchange', link: LINK });
  await makeParticipation({
    ...MANRS,
    name: 'Listed Exchange',
    action: 'endorsed',
    agreement: 'paris-call',
    link: LINK,
  });
  await makeParticipation({ ...MANRS, name: 'Listed Exchange', agreement: 'tech-accord', link: LINK });
  const rows = await listParticipations();
  const rowsOf = (slug: string) => rows.filter(({ participant }) => participant.slug === slug);
  const lines = await listParticipants();
  expect(lines.find(({ name }) => name === 'Listed Exchange')).toMatchObject({
    actions: ['signed', 'endorsed'],
    agreements: ['manrs', 'paris-call', 'tech-accord'],
  });
  expect(lines.map(({ slug }) => slug)).toEqual([...new Set(rows.map(({ participant }) => participant.slug))]);
  for (const { slug, actions, agreements } of lines) {
    expect(new Set(actions)).toEqual(new Set(rowsOf(slug).map(({ action }) => action)));
    expect(new Set(agreements)).toEqual(new Set(rowsOf(slug).map(({ agreement }) => agreement.slug)));
  }
});

it('counts what is claimed beside what is known, and takes out who withdrew', async () => {
  const join = (name: string, country: string, more: object = {}) =>
    makeParticipation({
      agreement: 'au-convention',
      kind: 'state',
      action: 'ratified',
      date: '2019',
      name,
      country,
      ...more,
    });
  await join('Senegal', 'SN', { date: '2016' });
  await join('Guinea', 'GN');
  await join('Mauritius', 'MU');
  await join('Mauritius', 'MU', { action: 'withdrew', date: '2021' });
  await join('Namibia', 'NA', { action: 'withdrew', date: '2020' });
  await join('Namibia', 'NA', { action: 'acceded', date: '2022' });
  const { counts } = (await readAgreementRegister('au-convention')) ?? {};
  expect(counts).toMatchObject({
    rows: { ratified: 2, acceded: 1, withdrew: 1 },
    beside: [{ counted: 'ratifications', claimed: 4, computed: 3, difference: 1 }],
    unnamed: 0,
    withdrawn: 0,
  });
});
