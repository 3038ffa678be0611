import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishableQuestionnaire, questionnaire, seedCall } from '@/lib/calls/schema';
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

describe('a questionnaire with two questions of one structured kind', () => {
  const twice = { en: content('projects', 'text', 'projects') };

  it('is refused by publishing, by the seed and by the database', async () => {
    expect(publishableQuestionnaire.safeParse(twice.en).error?.issues.map(({ message }) => message)).toEqual([
      'structured_kind_twice',
    ]);
    expect(
      publishableQuestionnaire.safeParse(content('signatory', 'projects', 'proposals', 'text', 'text')).success,
    ).toBe(true);
    expect(seedCall.shape.questionnaires.safeParse([{ version: 1, content: twice }]).success).toBe(false);
    const { id: callId } = await db.call.findUniqueOrThrow({ where: { slug: '2020' }, select: { id: true } });
    const row = { id: randomUUID(), callId, version: 90 };
    await expect(
      db.questionnaire.create({ data: { ...row, publishedAt: new Date(), content: twice } }),
    ).rejects.toThrow(/one question of each structured kind/);
    // While it is being written it may be anything.
    await db.questionnaire.create({ data: { ...row, content: twice } });
    await expect(db.questionnaire.update({ where: { id: row.id }, data: { publishedAt: new Date() } })).rejects.toThrow(
      /one question of each structured kind/,
    );
    await db.questionnaire.delete({ where: { id: row.id } });
  });

  it('is still read where it was published before', () => {
    expect(questionnaire.safeParse(twice.en).success).toBe(true);
  });
});
