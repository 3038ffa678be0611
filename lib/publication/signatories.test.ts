import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { type SubmissionInput, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listSignatoriesOf } from './signatories';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

type About = NonNullable<SubmissionInput['about']>;
const SHOWN = { affiliation: true, country: true };
const NO_SIGNATORIES = { named: [], unnamed: 0 };

async function sign(about: About, { agreement = 'manrs', note = 'secret-note-zq' } = {}) {
  const { reference } = await submit({ signatories: [{ agreement, note }], about, consent: true });
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { reference, id, publish: () => publishContribution({ editor, reference }) };
}
const named = (affiliation: string, contributions: string[], country: string | null = null) => ({
  attribution: { anonymous: false, name: null, affiliation, country, stakeholderGroup: null },
  contributions,
});

it('lists the organisations that chose to be named, each once, and counts the others', async () => {
  const first = await sign({
    affiliation: 'Example Exchange',
    country: 'KE',
    name: 'secret-name-zq',
    email: 'secret-zq@example.org',
    show: SHOWN,
  });
  const again = await sign({ affiliation: 'Example exchange', country: 'KE', show: { affiliation: true } });
  const other = await sign({ affiliation: 'Another Network', show: SHOWN });
  const anonymous = await sign({ affiliation: 'secret-anonymous-zq', country: 'NR', anonymous: true, show: SHOWN });
  const unnamed = await sign({ affiliation: 'secret-unticked-zq', country: 'NR' });
  const elsewhere = await sign({ affiliation: 'Elsewhere', show: SHOWN }, { agreement: 'paris-call' });
  expect(await listSignatoriesOf('manrs')).toEqual(NO_SIGNATORIES);

  for (const one of [first, again, other, anonymous, unnamed, elsewhere])
    expect(await one.publish()).toMatchObject({ ok: true });
  const found = await listSignatoriesOf('manrs');
  expect(found).toEqual({
    named: [named('Another Network', [other.reference]), named('Example exchange', [again.reference, first.reference])],
    unnamed: 2,
  });
  expect(JSON.stringify(found)).not.toMatch(/secret|NR/);
  expect(await listSignatoriesOf('nothing-of-that-name')).toEqual(NO_SIGNATORIES);
});

it('ignores waiting, declined and withdrawn contributions, and entries that a correction has removed', async () => {
  const before = await listSignatoriesOf('gcsc');
  expect(before).toEqual(NO_SIGNATORIES);
  const about = (affiliation: string) => ({ affiliation, show: SHOWN });
  await sign(about('Still waiting'), { agreement: 'gcsc' });
  const declined = await sign(about('Declined'), { agreement: 'gcsc' });
  expect(await declineContribution({ editor, reference: declined.reference, reason: 'Off topic.' })).toMatchObject({
    ok: true,
  });
  const withdrawn = await sign(about('Withdrawn'), { agreement: 'gcsc' });
  const corrected = await sign(about('Corrected'), { agreement: 'gcsc' });
  const { id, seen } = await beginCorrection(corrected.reference);
  expect(await sendCorrection(id, { signatories: [{ agreement: 'oas-strategy' }] }, { seen })).toMatchObject({
    ok: true,
  });
  for (const one of [withdrawn, corrected]) expect(await one.publish()).toMatchObject({ ok: true });
  expect((await listSignatoriesOf('gcsc')).named).toEqual([named('Withdrawn', [withdrawn.reference])]);
  expect((await listSignatoriesOf('oas-strategy')).named).toEqual([named('Corrected', [corrected.reference])]);

  expect(await withdrawContribution({ contributionId: withdrawn.id })).toEqual({ ok: true });
  expect(await listSignatoriesOf('gcsc')).toEqual(NO_SIGNATORIES);
});
