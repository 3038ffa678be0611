import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findCells } from '@/prisma/factories/tokens';
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

it('says what changes beside a value that stays', async () => {
  const editor = await makeEditor();
  const { slug } = await makeAgreement();
  const previewOf = async (proposed: object) => {
    const { reference } = await submit(
      proposing(slug, [{ cell: 'reference-to-human-rights', value: 'yes', ...proposed }]),
    );
    const decide = async (dryRun: boolean) => {
      const { id = '', seen = 0 } = (await findCells(reference))['reference-to-human-rights'] ?? {};
      const decisions = [{ change: id, outcome: 'accept' as const, seen, resolve: true }];
      const result = await decideChanges({ editor, reference, decisions, dryRun });
      if (!result.ok) throw new Error(result.reason);
      return (await previewInWords(result)).agreements[0]?.cells[0];
    };
    const preview = await decide(true);
    await decide(false);
    return preview && { before: preview.before, after: preview.after, staying: preview.staying };
  };
  expect(await previewOf({ note: 'Article 5', source: 'Its text' })).toMatchObject({ after: 'Yes', staying: null });
  expect(await previewOf({ note: 'Article 6', source: 'Its text' })).toEqual({
    before: 'Yes',
    after: 'Yes',
    staying: 'Yes, with another note',
  });
  expect(await previewOf({ note: 'Article 6', source: 'A later text', asOf: '2025' })).toMatchObject({
    staying: 'Yes, with another source and a date',
  });
});
