import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { publishContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listProjects } from './projects';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const ABOUT = { name: 'Zquibble Person', email: 'zquibble@example.org', affiliation: 'Zquibble House', country: 'NR' };
const running = (title: string, about: SubmissionInput['about'] = {}): SubmissionInput => ({
  ...eastWestSubmission(),
  projects: [{ title, description: 'What it does.' }],
  about,
});
const idOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;

describe('listProjects', () => {
  it('lists each project of a published contribution with its agreements by name and its criteria in order', async () => {
    const { reference } = await submit(eastWestSubmission());
    await publishContribution({ editor, reference });
    const attribution = {
      anonymous: false,
      name: null,
      affiliation: 'EastWest Institute',
      country: 'US',
      stakeholderGroup: 'civil_society',
    };
    const found = (await listProjects()).filter((project) => project.contribution === reference);
    expect(
      found.map(({ number, title, agreements, criteria, ...rest }) => [
        number,
        title,
        agreements.map(({ slug }) => slug),
        criteria.map(({ key }) => key),
        rest.attribution,
      ]),
    ).toEqual([
      [
        1,
        'Global Cyber Policy Dialogues',
        ['ungge-2015'],
        ['reference-to-capacity-building', 'interstate-cooperation'],
        attribution,
      ],
      [
        2,
        'Trust and security in ICT supply chains',
        ['tech-accord', 'gcsc', 'charter-of-trust'],
        ['supply-chain-integrity', 'report-vulnerabilities'],
        attribution,
      ],
    ]);
  });

  it('lists no project that is unpublished, withdrawn or left out by a correction', async () => {
    await submit(running('Only submitted'));
    const { reference: gone } = await submit(running('Withdrawn since'));
    await publishContribution({ editor, reference: gone });
    const { reference: corrected } = await submit(running('Said at first'));
    const { id } = await beginCorrection(corrected);
    expect(
      await sendCorrection(id, { projects: [{ title: 'Said at last', description: 'What it does now.' }] }),
    ).toMatchObject({ ok: true });
    await publishContribution({ editor, reference: corrected });
    expect((await listProjects()).map(({ title }) => title)).toContain('Withdrawn since');
    await withdrawContribution({ contributionId: await idOf(gone) });
    const titles = (await listProjects()).map(({ title }) => title);
    expect(titles).toContain('Said at last');
    expect(titles).not.toContain('Only submitted');
    expect(titles).not.toContain('Withdrawn since');
    expect(titles).not.toContain('Said at first');
  });

  it('names an author only as far as they chose', async () => {
    const { reference: hidden } = await submit(
      running('By nobody', { ...ABOUT, anonymous: true, show: { name: true, affiliation: true, country: true } }),
    );
    const { reference: partly } = await submit(running('By a country', { ...ABOUT, show: { country: true } }));
    await publishContribution({ editor, reference: hidden });
    await publishContribution({ editor, reference: partly });
    const projects = await listProjects();
    const unnamed = { name: null, affiliation: null, stakeholderGroup: null };
    expect(projects.find(({ contribution }) => contribution === hidden)?.attribution).toEqual({
      ...unnamed,
      anonymous: true,
      country: null,
    });
    expect(projects.find(({ contribution }) => contribution === partly)?.attribution).toEqual({
      ...unnamed,
      anonymous: false,
      country: 'NR',
    });
    expect(JSON.stringify(projects)).not.toMatch(/zquibble/i);
  });
});
