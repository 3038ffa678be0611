import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeCall } from '@/prisma/factories/calls';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findCallThatAsks, readCall } from './calls';

useTestDatabase();

describe('the call that a proposal is made to', () => {
  it('may be one that takes late contributions, after those before their deadline', async () => {
    expect((await findCallThatAsks('proposals', 'en'))?.state).toBe('late');
    const { slug } = await makeCall('open');
    expect(await findCallThatAsks('proposals', 'en')).toEqual(await readCall(slug, 'en'));
  });

  it('is none if all published calls have closed or not opened yet', async () => {
    await db.call.updateMany({ data: { published: false } });
    await makeCall('closed');
    await makeCall('upcoming');
    expect(await findCallThatAsks('proposals', 'en')).toBeNull();
  });
});
