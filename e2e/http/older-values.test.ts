import { expect, test } from 'vitest';
import { holdOlderValues, OLDER } from '@/prisma/factories/older-values';
import { published } from '@/prisma/factories/published';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { read, readJson, signIn, statusOf, textOf } from './requests';

const AGREEMENT = 'brazzaville-declaration';
const sent: SubmissionInput = {
  answers: { comments: 'A comment.' },
  signatories: [{ agreement: AGREEMENT, note: 'As of old.' }],
  projects: [{ title: 'Project', description: 'Words.', link: 'https://example.org/', agreements: [AGREEMENT] }],
  proposals: [
    {
      kind: 'update',
      agreement: AGREEMENT,
      changes: [
        { cell: 'maintainer', value: 'A body' },
        { cell: 'stakeholders', value: 'States' },
        { cell: 'summary', value: 'A text.' },
        { cell: 'link', value: 'https://example.org/text' },
        { cell: 'signatories', value: { count: 3 } },
        { cell: 'uniqueElements', value: ['One'] },
      ],
    } as never,
  ],
  about: { affiliation: 'Institute of Older Values', show: { affiliation: true } },
  consent: true,
};

test('pages and files open with values of older rules, and the desk lists these for admins', async () => {
  const { reference, version } = await published(sent, { accept: AGREEMENT });
  const waiting = await submit(sent);
  const opens = async (addresses: readonly string[], held: string) => {
    for (const address of addresses) expect(await statusOf(address), `${address} with ${held}`).toBe(200);
  };
  for (const link of OLDER.links) {
    await holdOlderValues({ agreement: AGREEMENT, reference, link });
    await holdOlderValues({ agreement: AGREEMENT, reference: waiting.reference, link });
    // A decision on another fact of the agreement renews every page of it.
    const date = String(2000 + OLDER.links.indexOf(link));
    const change = { kind: 'update', agreement: AGREEMENT, changes: [{ cell: 'launchDate', value: date }] } as never;
    await published({ proposals: [change], consent: true }, { accept: AGREEMENT });
    await expect
      .poll(async () => (await readJson(`/api/v1/agreements/${AGREEMENT}`)).facts.launchDate?.value, {
        interval: 50,
        timeout: 20_000,
      })
      .toBe(date);
    await opens(
      [`/en/agreements/${AGREEMENT}`, `/en/contributions/${reference}`, '/en/projects', `/data/latest/agreements.json`],
      link,
    );
  }
  await opens(
    [
      ...[`/versions/${version}`, '/at/2030-01-01'].map((path) => `/en/agreements/${AGREEMENT}${path}`),
      '/en/agreements',
      '/en/matrix',
      `/en/compare/view/agreements/${AGREEMENT},manrs`,
      '/en/contributions',
      '/feeds/dataset.atom',
      `/feeds/agreements/${AGREEMENT}.atom`,
      `/api/v1/agreements/${AGREEMENT}/history`,
      `/api/v1/contributions/${reference}`,
      ...['agreements.csv', 'cells.csv', 'agreements.xlsx', 'datapackage.json'].map((file) => `/data/latest/${file}`),
    ],
    'all of them',
  );
  expect(textOf(await read(`/en/agreements/${AGREEMENT}`))).toContain('As of 2019');

  const headers = await signIn('admin');
  for (const address of [
    `/desk/agreements/${AGREEMENT}`,
    `/desk/contributions/${waiting.reference}`,
    `/desk/contributions/${reference}`,
  ]) {
    expect(textOf(await read(address, { headers })), address).toContain('Holds invisible characters: U+202E');
  }
});
