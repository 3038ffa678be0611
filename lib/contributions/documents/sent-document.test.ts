import { describe, expect, it } from 'vitest';
import { listCriteria, readReferenceNames } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import { readSent } from '@/lib/contributions/sent';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import type { Audience } from './content';
import { contributionPaper } from './contribution-paper';
import { readNewestRevision } from './newest-revision';
import { contentOfSent } from './sent-content';
import { saidIn } from './read-word';
import { wordsIn } from '@/lib/platform/i18n/words';

useTestDatabase();

const words = wordsIn('en');

/** A sent contribution, as it is read and as a paper. */
async function sentPaper(reference: string, audience: Audience) {
  const { id, status } = await db.contribution.findUniqueOrThrow({
    where: { reference },
    select: { id: true, status: true },
  });
  const [sent, newest, call, sets] = [
    await readSent(id),
    await readNewestRevision(id),
    await readCall('2020', 'en'),
    await listCriteria(),
  ];
  if (!sent || !newest || !call) throw new Error('not there');
  const { group, language, number: revision, submittedAt: at } = newest;
  const questionnaire = call.questionnaire.content;
  const content = contentOfSent(
    { locale: 'en', questionnaire, sent, group, language, sets, names: await readReferenceNames(), files: [] },
    audience,
    words,
  );
  const state = { kind: 'sent' as const, reference, revision, at, withdrawn: status === 'withdrawn' };
  return { content, paper: contributionPaper({ locale: 'en', call, state, content, words }) };
}

describe('what was sent as a Word file', () => {
  it('carries reference and revision, and nothing of the contact', async () => {
    const { reference } = await submit({
      ...eastWestSubmission(),
      about: { ...eastWestSubmission().about, name: 'secret-name' },
    });
    const { paper } = await sentPaper(reference, 'reader');
    expect(paper.fileName).toBe(reference);
    const { text, parts } = await saidIn(paper);
    for (const said of [
      `${reference}, revision 1, submitted`,
      'Global Cyber Policy Dialogues',
      'Update of GCSC Six Critical Norms',
      'Final report, Advancing Cyberstability',
      'EastWest Institute, United States',
      'Civil society',
    ])
      expect(text).toContain(said);
    expect([...parts.values()].join('\n')).not.toMatch(/secret-name|programme\.office@example\.org/);
    const forEditors = 'Replaces the six norms by the eight of the final report.';
    expect(text).not.toContain(forEditors);
    expect(text).toContain('There is a note for the editors only.');
    const { content: own } = await sentPaper(reference, 'author');
    expect(JSON.stringify(own)).toContain(forEditors);
  });

  it('says of a withdrawn one that it is gone, and asks nothing any more', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    await withdrawContribution({ contributionId: id });
    const { paper } = await sentPaper(reference, 'author');
    const { text } = await saidIn(paper);
    expect(text).toContain('This contribution was withdrawn, and what it said has been removed.');
    expect(text).not.toMatch(/Question 1|Left empty|EastWest|Global Cyber Policy Dialogues/);
  });
});
