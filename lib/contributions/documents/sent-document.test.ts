import { describe, expect, it } from 'vitest';
import { listCriteria } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import { readSent } from '@/lib/contributions/sent';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { contributionPaper } from './contribution-paper';
import { readNewestRevision } from './newest-revision';
import { contentOfSent } from './sent-content';
import { saidIn } from './read-word';
import { wordsIn } from '@/lib/platform/i18n/words';

useTestDatabase();

const words = wordsIn('en');

describe('what was sent as a Word file', () => {
  it('carries reference and revision, and nothing of the contact', async () => {
    const { reference } = await submit({
      ...eastWestSubmission(),
      about: { ...eastWestSubmission().about, name: 'secret-name' },
    });
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    const [sent, newest, call, sets] = [
      await readSent(id),
      await readNewestRevision(id),
      await readCall('2020', 'en'),
      await listCriteria(),
    ];
    if (!sent || !newest || !call) throw new Error('not there');
    const content = contentOfSent(
      {
        locale: 'en',
        questionnaire: call.questionnaire.content,
        sent,
        group: newest.group,
        language: newest.language,
        sets,
        files: [],
      },
      'reader',
      words,
    );
    const paper = contributionPaper({
      locale: 'en',
      call,
      state: { kind: 'sent', reference, revision: newest.number, at: newest.submittedAt, withdrawn: false },
      content,
      words,
    });
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
    const own = contentOfSent(
      {
        locale: 'en',
        questionnaire: call.questionnaire.content,
        sent,
        group: newest.group,
        language: newest.language,
        sets,
        files: [],
      },
      'author',
      words,
    );
    expect(JSON.stringify(own)).toContain(forEditors);
  });

  it('says of a withdrawn one that it is gone, and asks nothing any more', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    await withdrawContribution({ contributionId: id });
    const [sent, newest, call, sets] = [
      await readSent(id),
      await readNewestRevision(id),
      await readCall('2020', 'en'),
      await listCriteria(),
    ];
    if (!sent || !newest || !call) throw new Error('not there');
    const content = contentOfSent(
      {
        locale: 'en',
        questionnaire: call.questionnaire.content,
        sent,
        group: newest.group,
        language: newest.language,
        sets,
        files: [],
      },
      'author',
      words,
    );
    const paper = contributionPaper({
      locale: 'en',
      call,
      state: { kind: 'sent', reference, revision: newest.number, at: newest.submittedAt, withdrawn: true },
      content,
      words,
    });
    const { text } = await saidIn(paper);
    expect(text).toContain('This contribution was withdrawn, and what it said has been removed.');
    expect(text).not.toMatch(/Question 1|Left empty|EastWest|Global Cyber Policy Dialogues/);
  });
});
