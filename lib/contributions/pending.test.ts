import { describe, expect, it } from 'vitest';
import { startDraft } from '@/lib/contributions/drafts/drafts';
import { db } from '@/lib/platform/db/client';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { countPendingByOthers } from './pending';

useTestDatabase();

async function draft(): Promise<string> {
  const started = await startDraft({ callSlug: '2020' });
  if (!started.ok) throw new Error(started.reason);
  return started.contributionId;
}
const idOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;

describe('changes that others wait with', () => {
  it('are counted by agreement and cell, and nothing else is shown', async () => {
    const own = await draft();
    await submit(
      proposing(
        'manrs',
        [
          { cell: 'launchDate', value: '2014' },
          { cell: 'maintainer', value: 'Internet Society' },
        ],
        'A secret affiliation',
      ),
    );
    await submit(proposing('manrs', [{ cell: 'launchDate', value: '2014-11' }]));
    await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'France' }]));
    const found = await countPendingByOthers({ agreements: ['manrs', 'gcsc', 'nowhere'], except: own });
    expect([...found]).toEqual([['manrs', { contributions: 2, cells: { launchDate: 2, maintainer: 1 } }]]);
    expect(await countPendingByOthers({ agreements: [], except: own })).toEqual(new Map());
  });

  it('are those of others, and those that are still waiting', async () => {
    const [mine, changes, published, withdrawn] = await Promise.all(
      ['2001', '2002', '2003', '2004'].map(async (value) =>
        idOf((await submit(proposing('csde-anti-botnet-guide', [{ cell: 'launchDate', value }]))).reference),
      ),
    );
    const count = async () =>
      (await countPendingByOthers({ agreements: ['csde-anti-botnet-guide'], except: mine ?? '' })).get(
        'csde-anti-botnet-guide',
      );
    expect(await count()).toEqual({ contributions: 3, cells: { launchDate: 3 } });
    await db.contribution.update({ where: { id: changes }, data: { status: 'changes_requested' } });
    await db.contribution.update({ where: { id: withdrawn }, data: { status: 'withdrawn' } });
    expect(await count()).toEqual({ contributions: 2, cells: { launchDate: 2 } });
    await db.proposedChange.updateMany({ where: { contributionId: published }, data: { status: 'rejected' } });
    expect(await count()).toEqual({ contributions: 1, cells: { launchDate: 1 } });
    await db.contribution.update({ where: { id: changes }, data: { status: 'declined' } });
    expect(await count()).toBeUndefined();
  });
});
