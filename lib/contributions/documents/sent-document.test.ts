import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import type { Audience } from './content';
import { saidIn } from './read-word';
import { readSentPaper } from './sent-paper';

useTestDatabase();

/** A sent contribution as a paper. */
async function sentPaper(reference: string, audience: Audience, number?: number) {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  const paper = await readSentPaper({ contributionId: id, number, locale: 'en', audience });
  if (!paper) throw new Error('not there');
  return paper;
}

describe('what was sent as a Word file', () => {
  it('carries reference and revision, and nothing of the contact', async () => {
    const { reference } = await submit({
      ...eastWestSubmission(),
      about: { ...eastWestSubmission().about, name: 'secret-name' },
    });
    const paper = await sentPaper(reference, 'reader');
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
    const own = await sentPaper(reference, 'author');
    expect(JSON.stringify(own)).toContain(forEditors);
  });

  it('is there for each version, each with its own answers and values', async () => {
    const first = eastWestSubmission();
    const { reference } = await submit(first);
    const { id, seen } = await beginCorrection(reference);
    const sent = await sendCorrection(
      id,
      {
        answers: { ...first.answers, comments: 'Corrected comment.' },
        proposals: [
          {
            kind: 'update',
            agreement: 'gcsc',
            changes: [{ cell: 'launchDate', value: '2018-11', source: 'Corrected' }],
          },
        ],
      },
      { seen },
    );
    expect(sent.ok).toBe(true);
    const [one, two] = [await sentPaper(reference, 'author', 1), await sentPaper(reference, 'author', 2)];
    expect([one.fileName, two.fileName]).toEqual([`${reference}-version-1`, `${reference}-version-2`]);
    const [before, after] = [(await saidIn(one)).text, (await saidIn(two)).text];
    expect(before).toContain('revision 1, submitted');
    expect(before).toContain('The paper shows well how the norms of 2015 return');
    expect(before).toContain('Cyberstability Framework');
    expect(before).not.toMatch(/Corrected/);
    expect(after).toContain('revision 2, submitted');
    expect(after).toContain('Corrected comment.');
    expect(after).not.toContain('Cyberstability Framework');
    // Beside what stood.
    expect(after).toContain('Nov 2018');
    const none = await readSentPaper({ contributionId: id, number: 3, locale: 'en', audience: 'author' });
    expect(none).toBeNull();
  });

  it('says of a withdrawn one that it is gone, and asks nothing any more', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    await withdrawContribution({ contributionId: id });
    const paper = await sentPaper(reference, 'author');
    const { text } = await saidIn(paper);
    expect(text).toContain('This contribution was withdrawn, and what it said has been removed.');
    expect(text).not.toMatch(/Question 1|Left empty|EastWest|Global Cyber Policy Dialogues/);
  });
});
