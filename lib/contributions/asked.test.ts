import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { submitContribution } from './submission';

useTestDatabase();

type Kind = 'signatory' | 'projects' | 'proposals' | 'text';
const content = (...kinds: Kind[]) => ({
  questions: kinds.map((kind, at) => ({ key: `${kind}-${at}`, kind, title: 'A question', shortTitle: 'A question' })),
  about: { title: 'You', help: '' },
});

async function makeCall(slug: string, ...kinds: Kind[]) {
  const call = {
    slug,
    opensAt: new Date(0),
    closesAt: new Date('2100-01-01'),
    timeZone: 'UTC',
    acceptsLate: true,
    published: true,
    texts: {},
  };
  await db.call.create({
    data: {
      ...call,
      questionnaires: { create: { version: 1, publishedAt: new Date(), content: { en: content(...kinds) } } },
    },
  });
}

describe('what a call does not ask for', () => {
  const { signatories = [], projects = [], proposals = [] } = eastWestSubmission();
  beforeAll(async () => {
    await makeCall('texts', 'text', 'text');
    await makeCall('projects', 'projects', 'text');
  });
  const send = async (callSlug: string, lists: object) => {
    const before = await db.contribution.count();
    const result = await submitContribution({ callSlug, input: { ...lists, consent: true } });
    expect(await db.contribution.count()).toBe(before + (result.ok ? 1 : 0));
    return result.ok ? 'stored' : result.issues?.map(({ path, code }) => `${path}: ${code}`);
  };

  it('is refused, each list by its name, and nothing is stored', async () => {
    expect(await send('texts', { signatories, projects, proposals })).toEqual([
      'signatories: not_asked',
      'projects: not_asked',
      'proposals: not_asked',
    ]);
    expect(await send('projects', { signatories, projects })).toEqual(['signatories: not_asked']);
  });

  it('is taken where it is asked for', async () => {
    expect(await send('projects', { projects })).toBe('stored');
    expect(await send('texts', { answers: { 'text-0': 'One', 'text-1': 'Two' } })).toBe('stored');
  });
});
