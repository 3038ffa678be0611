import { beforeAll, describe, expect, it } from 'vitest';
import { STANDING_CALL } from '@/lib/calls/constants';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { db } from '@/lib/platform/db/client';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listOpenChallenges } from './challenges';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});

type Challenge = { agreement?: string; cell?: string; value?: unknown; anonymous?: boolean; at?: string };

/** A correction of one cell in the standing call, which arrived at a moment. */
async function challenge({
  agreement = 'manrs',
  cell = 'maintainer',
  value = 'A secret value',
  anonymous = false,
  at = '2026-11-02T09:00:00Z',
}: Challenge = {}) {
  const sent = await submit(
    {
      ...proposing(agreement, [{ cell, value, note: 'A secret note', source: 'A secret source' }]),
      about: anonymous ? { anonymous } : { name: 'A secret name', affiliation: 'A secret house' },
    },
    { callSlug: STANDING_CALL },
  );
  await db.contribution.update({ where: { id: sent.id }, data: { submittedAt: new Date(at) } });
  return sent;
}
const of = async (agreement: string, now = '2026-11-04T08:00:00Z') =>
  (await listOpenChallenges(new Date(now))).filter((one) => one.agreement.slug === agreement);

describe('open challenges', () => {
  it('say agreement, cell, month, age and state, and nothing else', async () => {
    const { reference } = await challenge();
    expect(reference).toMatch(/^BPF-OPEN-\d{3}$/);
    const listed = await of('manrs');
    expect(listed).toEqual([
      {
        agreement: { slug: 'manrs', shortName: 'MANRS' },
        cell: 'maintainer',
        month: '2026-11',
        age: 2,
        state: 'waiting',
      },
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/secret|BPF-/);
  });

  it('are those of the standing call: a call of a year has its own dates', async () => {
    await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'France' }]));
    expect(await of('paris-call')).toEqual([]);
  });

  it('show an anonymous one only where another contribution challenges the same cell', async () => {
    const alone = await challenge({ agreement: 'gcsc', anonymous: true });
    expect(await of('gcsc')).toEqual([]);
    await challenge({ agreement: 'gcsc', cell: 'launchDate', value: '2017' });
    expect((await of('gcsc')).map(({ cell }) => cell)).toEqual(['launchDate']);
    const second = await challenge({ agreement: 'gcsc', anonymous: true });
    expect((await of('gcsc')).map(({ cell }) => cell).toSorted()).toEqual(['launchDate', 'maintainer', 'maintainer']);
    await withdrawContribution({ contributionId: second.id });
    expect((await of('gcsc')).map(({ cell }) => cell)).toEqual(['launchDate']);
    expect(alone.reference).not.toBe(second.reference);
  });

  it('name a new row by its fact only, as its key tells its value; two rows of one contribution are one', async () => {
    const rows = ['2018-01-02', '2019-03-04'].map((date) => ({
      cell: 'dates',
      value: { date, event: 'amended' },
      source: 'A secret source',
    }));
    await submit({ ...proposing('tech-accord', rows), about: { anonymous: true } }, { callSlug: STANDING_CALL });
    expect(await of('tech-accord')).toEqual([]);
    await submit(proposing('tech-accord', rows.slice(0, 1)), { callSlug: STANDING_CALL });
    expect((await of('tech-accord')).map(({ cell }) => cell)).toEqual(['dates', 'dates']);
  });

  it('stay with their state until they are decided', async () => {
    const { id, changes, reference } = await challenge({ agreement: 'oas-strategy' });
    const { launchDate } = (
      await challenge({ agreement: 'oas-strategy', cell: 'launchDate', value: '2004-06', at: '2026-11-03T09:00:00Z' })
    ).changes;
    await db.contribution.update({ where: { id }, data: { status: 'changes_requested' } });
    expect((await of('oas-strategy')).map(({ state }) => state)).toEqual(['asked', 'waiting']);
    await db.contribution.update({ where: { id }, data: { status: 'submitted' } });
    await publishContribution({ editor, reference });
    expect((await of('oas-strategy')).map(({ state }) => state)).toEqual(['published', 'waiting']);
    await db.proposedChange.updateMany({
      where: { id: { in: [changes.maintainer ?? '', launchDate ?? ''] } },
      data: { status: 'rejected' },
    });
    expect(await of('oas-strategy')).toEqual([]);
  });

  it('disappear with a retired agreement and with the call', async () => {
    await challenge({ agreement: 'au-convention' });
    expect(await of('au-convention')).toHaveLength(1);
    await db.call.update({ where: { slug: STANDING_CALL }, data: { published: false } });
    expect(await listOpenChallenges()).toEqual([]);
    await db.call.update({ where: { slug: STANDING_CALL }, data: { published: true } });
    await db.agreement.update({ where: { slug: 'au-convention' }, data: { retiredAt: new Date() } });
    expect(await of('au-convention')).toEqual([]);
  });
});
