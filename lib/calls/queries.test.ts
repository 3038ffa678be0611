import { describe, expect, it } from 'vitest';
import { makeCall } from '@/prisma/factories/calls';
import { findCallThatAsks, readCall } from './queries';

describe('the call that a proposal is made to', () => {
  it('is none before the first one opens', async () => {
    expect(await findCallThatAsks('proposals', 'en', new Date('1999-01-01'))).toBeNull();
  });

  it('is one that takes late contributions, but one before its deadline goes first', async () => {
    expect((await findCallThatAsks('proposals', 'en'))?.state).toBe('late');
    const { slug } = await makeCall('open');
    expect(await findCallThatAsks('proposals', 'en')).toEqual(await readCall(slug, 'en'));
  });
});
