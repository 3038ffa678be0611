import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { previewInWords } from './preview-words';

useTestDatabase();

it('names the agreement that a relation refers to', async () => {
  const editor = await makeEditor();
  const value = { relation: 'builds-on', agreement: 'paris-call' };
  const { reference } = await submit(proposing('manrs', [{ cell: 'relations', value }]));
  const { shortName } = await db.agreement.findUniqueOrThrow({ where: { slug: 'paris-call' } });
  const changes = await db.proposedChange.findMany({
    where: { proposal: { contribution: { reference } } },
    select: { id: true },
  });
  const decisions = changes.map(({ id }) => ({ change: id, outcome: 'accept' as const, seen: 0, resolve: true }));
  const result = await decideChanges({ editor, reference, decisions, dryRun: true });
  if (!result.ok) throw new Error(result.reason);
  const { agreements } = await previewInWords(result);
  expect(agreements.flatMap(({ cells }) => cells.map(({ after }) => after))).toEqual([`Builds on: ${shortName}`]);
});
