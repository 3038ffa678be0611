import { expect, it } from 'vitest';
import { writePastTriggers } from '@/prisma/factories/past-triggers';
import { submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listRefusedToday } from './refused-values';

useTestDatabase();

it('lists what is stored under older rules, and nothing that could be typed today', async () => {
  expect(await listRefusedToday()).toEqual([]);
  const { reference } = await submit({
    answers: { gaps: 'A plain answer with emoji 👩‍👩‍👧 and می‌خواهم.' },
    projects: [{ title: 'A project', description: 'Words.', link: 'https://пример.рф/a' }],
    proposals: [
      { kind: 'update', agreement: 'gcsc', changes: [{ cell: 'link', value: 'https://example.org/x?a=1#b' }] },
    ],
    consent: true,
  });
  expect(await listRefusedToday()).toEqual([]);
  // As older rules let them in: past the schema, and past the triggers that keep what was said.
  await writePastTriggers(async (tx) => {
    await tx.$executeRaw`UPDATE cells SET value = to_jsonb('Bot' || chr(8238) || 'net') WHERE key = 'name' AND agreement_id = (SELECT id FROM agreements WHERE slug = 'manrs')`;
    await tx.$executeRaw`UPDATE cells SET note = 'soft' || chr(173) || 'hyphen' WHERE key = 'shortName' AND agreement_id = (SELECT id FROM agreements WHERE slug = 'manrs')`;
    await tx.$executeRaw`UPDATE answers SET text = 'x' || chr(8203) || 'y' WHERE question_key = 'gaps'`;
    await tx.$executeRaw`UPDATE projects SET link = 'https://user:pw@example.org/'`;
    await tx.$executeRaw`UPDATE proposed_changes SET value = '"https://example"' WHERE key = 'link'`;
  });
  expect(await listRefusedToday()).toEqual([
    { of: 'manrs', kind: 'agreement', part: 'name', reason: 'hidden_characters' },
    { of: 'manrs', kind: 'agreement', part: 'shortName', reason: 'hidden_characters' },
    { of: reference, kind: 'contribution', part: 'gaps', reason: 'hidden_characters' },
    { of: reference, kind: 'contribution', part: 'link', reason: 'link_needs_host' },
    { of: reference, kind: 'contribution', part: 'projects', reason: 'link_has_password' },
  ]);
});
