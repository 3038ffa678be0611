import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listContributions, readContribution } from './contributions';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});
const find = async (reference: string) => (await listContributions()).find((one) => one.reference === reference);

describe('the agreements a contribution is about', () => {
  it('are those of its signatures, projects and proposals, each once, by name', async () => {
    const { reference } = await submit(eastWestSubmission());
    await publishContribution({ editor, reference });
    const slugs = (await find(reference))?.agreements.map(({ slug }) => slug);
    expect(slugs).toEqual(['tech-accord', 'gcsc', 'paris-call', 'charter-of-trust', 'ungge-2015']);
    expect((await readContribution(reference, 'en'))?.agreements.map(({ slug }) => slug)).toEqual(slugs);
  });

  it('are public only from its publication to its withdrawal', async () => {
    const { reference } = await submit(eastWestSubmission());
    expect(await find(reference)).toBeUndefined();
    await publishContribution({ editor, reference });
    expect((await find(reference))?.agreements).toHaveLength(5);
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    await withdrawContribution({ contributionId: id });
    expect((await find(reference))?.agreements).toEqual([]);
    expect((await readContribution(reference, 'en'))?.agreements).toEqual([]);
  });
});
