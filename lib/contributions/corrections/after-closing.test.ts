import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { requestChanges } from '@/lib/review/correspondence';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { openCorrection } from './corrections';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const sections = (contributionId: string) => db.draftSection.count({ where: { contributionId } });

describe('after a call has closed for good', () => {
  const LATER = new Date('2031-01-01T00:00:00Z');
  const strictly = async <T>(run: () => Promise<T>): Promise<T> => {
    await db.call.update({ where: { slug: '2020' }, data: { acceptsLate: false } });
    try {
      return await run();
    } finally {
      await db.call.update({ where: { slug: '2020' }, data: { acceptsLate: true } });
    }
  };

  it('takes what the editors asked for, and no other correction', async () => {
    const [free, asked] = [
      await submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/a' }])),
      await submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/b' }])),
    ];
    const begun = await beginCorrection(free.reference);
    await requestChanges({ editor, reference: asked.reference, text: 'Please name a source.', items: [] });
    const { id } = await db.contribution.findUniqueOrThrow({
      where: { reference: asked.reference },
      select: { id: true },
    });
    await strictly(async () => {
      expect(await sendCorrection(begun.id, {}, { now: LATER })).toEqual({
        ok: false,
        reason: 'correction_after_closing',
      });
      expect(await openCorrection({ contributionId: id, now: LATER })).toEqual({ ok: true });
      expect(await sendCorrection(id, {}, { now: LATER })).toMatchObject({ ok: true });
      expect(await openCorrection({ contributionId: id, now: LATER })).toEqual({
        ok: false,
        reason: 'correction_after_closing',
      });
    });
    expect(await changeStatuses(free.reference)).toEqual({ link: 'pending' });
    expect(await sections(begun.id)).toBeGreaterThan(0);
  });
});
