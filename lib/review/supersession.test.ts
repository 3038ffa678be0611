import { expect, it } from 'vitest';
import { readSent } from '@/lib/contributions/sent';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { publishContribution } from './publication';

useTestDatabase();

const proposal = (value: string, affiliation: string) =>
  submit(proposing('manrs', [{ cell: 'maintainer', value }], affiliation));

async function asItsAuthorSees(reference: string) {
  const { id } = await db.contribution.findFirstOrThrow({ where: { reference }, select: { id: true } });
  const change = (await readSent(id))?.proposals[0]?.changes[0];
  return { status: change?.status, supersededBy: change?.supersededBy, chosenOver: change?.chosenOver };
}

async function asThePublicSees(reference: string) {
  const cell = (await readContribution(reference, 'en'))?.proposals[0]?.cells[0];
  return { status: cell?.status, supersededBy: cell?.decision?.supersededBy, chosenOver: cell?.decision?.chosenOver };
}

it('tells the winner over how many, and the loser in whose favour, naming only what is public', async () => {
  const editor = await makeEditor();
  const [winner, loser, hidden] = [
    await proposal('The Internet Society', 'A'),
    await proposal('Its community', 'B'),
    await proposal('Nobody', 'C'),
  ];
  await decideChanges({
    editor,
    reference: winner.reference,
    decisions: [{ change: winner.changes.maintainer ?? '', outcome: 'amend', seen: 1, value: 'The Internet Society' }],
  });

  expect(await asItsAuthorSees(winner.reference)).toEqual({
    status: 'amended',
    supersededBy: null,
    chosenOver: { count: 2, references: [] },
  });
  expect(await asItsAuthorSees(loser.reference)).toEqual({
    status: 'superseded',
    supersededBy: null,
    chosenOver: { count: 0, references: [] },
  });

  await publishContribution({ editor, reference: loser.reference });
  expect(await asItsAuthorSees(winner.reference)).toMatchObject({
    chosenOver: { count: 2, references: [loser.reference] },
  });
  expect(await asThePublicSees(loser.reference)).toEqual({
    status: 'superseded',
    supersededBy: null,
    chosenOver: { count: 0, references: [] },
  });

  await publishContribution({ editor, reference: winner.reference });
  expect(await asItsAuthorSees(loser.reference)).toMatchObject({ supersededBy: winner.reference });
  expect(await asThePublicSees(loser.reference)).toMatchObject({ supersededBy: winner.reference });
  expect(await asThePublicSees(winner.reference)).toEqual({
    status: 'amended',
    supersededBy: null,
    chosenOver: { count: 2, references: [loser.reference] },
  });
  for (const { reference } of [winner, loser])
    expect(JSON.stringify([await asItsAuthorSees(reference), await asThePublicSees(reference)])).not.toContain(
      hidden.reference,
    );
});
