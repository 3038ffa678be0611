import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';
import { orThrow } from '@/lib/platform/errors';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { listProjects } from '@/lib/publication/projects';
import { readAgreement } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { countPublishedUndecided, listQueue } from '@/lib/review/queue/queue';
import { queueFilter } from '@/lib/review/queue/schema';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import summariesFile from '@/prisma/data/summaries.json';
import { seed } from './seed';
import { seedSummaries, seedSummary } from './seeding';

useTestDatabase();

const REFERENCE = 'BPF-2020-001';
const summaries = seedSummary.array().parse(summariesFile);
const seedInto = async (...calls: string[]) =>
  orThrow(
    await mutation({ actor: 'system' }, async (context) => ({
      ok: true,
      count: await seedSummaries(summaries, new Set(calls), context),
    })),
  ).count;

it('tests begin without it, and a call in use never gets it', async () => {
  expect(await db.contribution.count()).toBe(0);
  await seed();
  await seed(() => {}, { sample: true });
  expect(await seedInto('2021')).toBe(0);
  expect(await db.contribution.count()).toBe(0);
});

describe('the forum’s summary of the EastWest Institute’s contribution', () => {
  beforeAll(async () => {
    expect(await seedInto('2020')).toBe(1);
  });

  it('is published under the institute’s name, as of the year 2020, and names its source', async () => {
    expect(await readContribution(REFERENCE, 'en')).toMatchObject({
      status: 'published',
      call: '2020',
      revision: 1,
      submittedAt: '2020-12-31T23:59:59.000Z',
      statusAt: '2020-12-31T23:59:59.000Z',
      publishedAt: '2020-12-31T23:59:59.000Z',
      attribution: {
        anonymous: false,
        name: null,
        affiliation: 'EastWest Institute',
        country: 'US',
        stakeholderGroup: null,
      },
      summaryOf: expect.stringContaining('Call for Contributions (2020)') as string,
      counts: { signatories: 2, projects: 2, proposedCells: 2, acceptedCells: 0 },
    });
  });

  it('says in every text that it is a summary', async () => {
    const { answers } = (await readContribution(REFERENCE, 'en')) ?? { answers: [] };
    const projects = await listProjects();
    const texts = [...answers.map(({ text }) => text), ...projects.map(({ description }) => description)];
    expect(texts).toHaveLength(6);
    expect(texts.filter((text) => !text.endsWith('(Summary by the forum.)'))).toEqual([]);
  });

  it('knows no person, no address and no link, and sends no mail', async () => {
    const contacts = await db.contact.findMany({ select: { name: true, email: true, affiliation: true } });
    expect(contacts).toEqual([{ name: null, email: null, affiliation: 'EastWest Institute' }]);
    expect([await db.accessLink.count(), await db.mail.count()]).toEqual([0, 0]);
  });

  it('is decided by no one: its two proposals wait, and the desk says so', async () => {
    const changes = await db.proposedChange.findMany({
      orderBy: { key: 'asc' },
      select: { key: true, status: true, baseVersion: true, base: true, agreement: { select: { slug: true } } },
    });
    expect(changes).toEqual([
      {
        key: 'name',
        status: 'pending',
        baseVersion: 1,
        base: expect.objectContaining({ value: 'GCSC Six Critical Norms' }) as object,
        agreement: { slug: 'gcsc' },
      },
      {
        key: 'respond-to-requests-for-help',
        status: 'pending',
        baseVersion: 1,
        base: expect.objectContaining({ value: 'not_assessed' }) as object,
        agreement: { slug: 'gcsc' },
      },
    ]);
    expect(await db.decision.count()).toBe(0);
    expect((await readAgreement('gcsc'))?.version).toBe(1);
    expect(await countPublishedUndecided()).toEqual({ count: 1, more: false });
    expect((await listQueue(queueFilter.parse({ status: 'published' }))).rows).toMatchObject([
      { reference: REFERENCE, who: 'EastWest Institute', pending: 2, total: 2 },
    ]);
  });

  it('is decided like any other, and the next contribution has the next number', async () => {
    const change = await db.proposedChange.findFirstOrThrow({
      where: { key: 'respond-to-requests-for-help' },
      select: { id: true },
    });
    const decided = await decideChanges({
      editor: await makeEditor(),
      reference: REFERENCE,
      decisions: [{ change: change.id, outcome: 'accept', seen: 1, resolve: false }],
    });
    expect(decided).toMatchObject({ ok: true, decided: 1 });
    expect((await readAgreement('gcsc'))?.assessments['respond-to-requests-for-help']).toMatchObject({
      value: 'yes',
      contributions: [REFERENCE],
    });
    expect((await submit(eastWestSubmission())).reference).toBe('BPF-2020-002');
  });

  it('is refused with a person, and with what the call does not ask', async () => {
    const [first] = summaries;
    if (!first) throw new Error('there is no summary');
    const withInput = (input: object) =>
      mutation({ actor: 'system' }, async (context) => ({
        ok: true,
        count: await seedSummaries(
          [{ ...first, key: 'other', input: { ...first.input, ...input } }],
          new Set(['2020']),
          context,
        ),
      }));
    expect(await withInput({ about: { name: 'Programme office' } })).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await withInput({ answers: { weather: 'Fine.' } })).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await db.contribution.count({ where: { summaryOf: { not: null } } })).toBe(1);
  });
});
