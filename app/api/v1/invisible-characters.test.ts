import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { json, send } from './post-submission';

useTestDatabase();

describe('a submission with invisible characters', () => {
  it('is stored without them, and the answer says so', async () => {
    const response = await send({
      body: json({
        answers: { comments: 'Two\u202E words\u200B.' },
        projects: [{ title: 'A\u00AD project', description: 'Plain.' }],
        consent: true,
      }),
    });
    expect(response.status).toBe(201);
    const { reference, dropped } = (await response.json()) as { reference: string; dropped: unknown };
    expect(dropped).toEqual([
      { path: 'answers.comments', characters: ['U+202E', 'U+200B'] },
      { path: 'projects.0.title', characters: ['U+00AD'] },
    ]);
    const said = await db.answer.findFirstOrThrow({
      where: { revision: { contribution: { reference } } },
      select: { text: true },
    });
    expect(said.text).toBe('Two words.');
  });
});
