import { expect, it } from 'vitest';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { publishReport } from '@/lib/publication/reports/editions/publish';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { redactEverywhere } from '@/prisma/factories/redactions';
import { proposing } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listFrozenWith } from './frozen-passages';
import { readEditionFile } from '@/lib/publication/reports/editions/editions';

useTestDatabase();

it('names the releases and reports that were frozen with a passage; those made after it was taken out have none', async () => {
  const admin = await makeEditor({ role: 'admin' });
  const passage = 'Quibbleworth, “the minister”';
  const cell = {
    cell: 'maintainer',
    value: 'The secretariat',
    note: `It was ${passage}.`,
    source: 'https://example.org',
  };
  const { reference } = await published(proposing('manrs', [cell]), { accept: 'manrs' });
  const report = async () => {
    const done = await publishReport({ admin, call: '2020', base: 0 });
    if (!done.ok) throw new Error(done.reason);
    return done.number;
  };
  const release = (slug: string) =>
    freezeRelease({ admin, release: { slug, title: slug, notes: 'Notes.' }, origin: 'https://example.org' });
  const number = await report();
  expect(await release('with-it')).toMatchObject({ ok: true });
  await redactEverywhere(admin, reference, passage);
  const next = await report();
  expect(await release('without-it')).toMatchObject({ ok: true });
  expect(await listFrozenWith([passage])).toEqual([
    { kind: 'release', key: 'with-it' },
    { kind: 'report', key: `2020/${number}` },
  ]);
  expect(await listFrozenWith([passage.replace(' ', ' \n ')])).toHaveLength(2);
  const bytes = (await readEditionFile('2020', next, 'report.json'))?.bytes;
  expect(new TextDecoder().decode(bytes)).toContain('passage removed by the forum’s editors');
  expect(await listFrozenWith([])).toEqual([]);
});
