import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { STANDING_CALL } from '@/lib/calls/constants';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { valuesOf } from './challenged-cell';
import { sendChallenge } from './send-challenge';

useTestDatabase();

/** The short form of a cell as it opens today, with what is typed in it. */
async function form(agreement: string, cell: string, typed: Record<string, unknown>, about: object = {}) {
  const today = await readAgreementCells(agreement);
  const values = valuesOf({ agreement, baseVersion: today?.version ?? 0, cell }, today?.cells[cell]);
  const cells = (values.cells ?? {}) as Record<string, Record<string, unknown>>; // as `valuesOf` makes them
  const key = cell === 'dates' ? 'dates:+1' : cell;
  return { ...values, ...about, cells: { ...cells, [key]: { ...cells[key], ...typed } } };
}
const send = async (agreement: string, cell: string, sent: unknown, submissionKey = randomUUID()) =>
  sendChallenge({ agreement, cell, sent, submissionKey });

const stored = (reference: string) =>
  db.contribution.findUniqueOrThrow({
    where: { reference },
    select: {
      anonymous: true,
      status: true,
      call: { select: { slug: true } },
      contact: { select: { name: true, email: true } },
      proposedChanges: { select: { key: true, value: true, note: true, source: true, base: true, baseVersion: true } },
    },
  });

async function sentOf(result: Awaited<ReturnType<typeof send>>) {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return stored(result.reference);
}

describe('the correction of one cell', () => {
  it('is a contribution to the standing call with one change against the version that was seen', async () => {
    const today = await readAgreementCells('manrs');
    const result = await send(
      'manrs',
      'responsible-disclosure',
      await form('manrs', 'responsible-disclosure', { value: 'yes', note: 'Action 3', source: 'manrs.org' }),
    );
    expect(result).toMatchObject({
      ok: true,
      reference: expect.stringMatching(/^BPF-OPEN-\d{3}$/),
      token: expect.any(String),
    });
    expect(await sentOf(result)).toEqual({
      anonymous: true,
      status: 'submitted',
      call: { slug: STANDING_CALL },
      contact: null,
      proposedChanges: [
        {
          key: 'responsible-disclosure',
          value: 'yes',
          note: 'Action 3',
          source: 'manrs.org',
          base: expect.objectContaining({ value: today?.cells['responsible-disclosure']?.value }),
          baseVersion: today?.version,
        },
      ],
    });
  });

  it('holds no other cell, whatever else is sent', async () => {
    const sent = await form('manrs', 'launchDate', { value: '2014-11-06' });
    const more = { ...sent, cells: { ...sent.cells, maintainer: { value: 'Somebody else' } }, kind: 'new' };
    expect((await sentOf(await send('manrs', 'launchDate', more))).proposedChanges.map(({ key }) => key)).toEqual([
      'launchDate',
    ]);
  });

  it('is signed as its author chose, with an address that is never public', async () => {
    const about = { name: 'Ms Example', email: 'office@example.org', attribution: 'name' };
    const result = await send('manrs', 'launchDate', await form('manrs', 'launchDate', { value: '2014-12' }, about));
    expect(await sentOf(result)).toMatchObject({
      anonymous: false,
      contact: { name: 'Ms Example', email: 'office@example.org' },
    });
  });

  it('needs a difference from today, and says so', async () => {
    const result = await send('manrs', 'launchDate', await form('manrs', 'launchDate', {}));
    expect(result).toMatchObject({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'cells', code: 'nothing_proposed' }],
    });
  });

  it('says what is wrong beside its field', async () => {
    const result = await send(
      'manrs',
      'launchDate',
      await form('manrs', 'launchDate', { value: 'soon' }, { attribution: 'name', email: 'nowhere' }),
    );
    expect(result).toMatchObject({ ok: false, reason: 'invalid' });
    expect(result.ok ? [] : result.issues?.map(({ path }) => path).toSorted()).toEqual([
      'cells.launchDate.value',
      'email',
      'name',
    ]);
  });

  it('can say that there is no value, although the field begins with today’s', async () => {
    const result = await send(
      'manrs',
      'maintainer',
      await form('manrs', 'maintainer', { clear: 'on', note: 'It was dissolved' }),
    );
    expect((await sentOf(result)).proposedChanges).toEqual([
      expect.objectContaining({ key: 'maintainer', value: null, note: 'It was dissolved' }),
    ]);
  });

  it('can be a new row of a fact', async () => {
    const sent = await form('manrs', 'dates', { parts: { event: 'amended', date: '2021' }, source: 'manrs.org' });
    expect((await sentOf(await send('manrs', 'dates', sent))).proposedChanges.map(({ key }) => key)).toEqual([
      'dates:amended-2021',
    ]);
  });

  it('is stored once for the same key, and its link is given once', async () => {
    const [sent, key] = [await form('manrs', 'launchDate', { value: '2013' }), randomUUID()];
    const [first, again] = [await send('manrs', 'launchDate', sent, key), await send('manrs', 'launchDate', sent, key)];
    expect(first).toMatchObject({ ok: true, token: expect.any(String) });
    expect(again).toEqual({ ok: true, reference: first.ok ? first.reference : '' });
  });

  it('is refused for an unknown cell or agreement, and while the standing call is hidden', async () => {
    const sent = await form('manrs', 'launchDate', { value: '2012' });
    for (const [agreement, cell] of [
      ['nowhere', 'launchDate'],
      ['manrs', 'no-such-cell'],
      ['manrs', 'dates:no-such-row'],
      ['manrs', '__proto__'],
    ] as const)
      expect(await send(agreement, cell, sent)).toMatchObject({ ok: false, reason: 'not_found' });
    await db.call.update({ where: { slug: STANDING_CALL }, data: { published: false } });
    expect(await send('manrs', 'launchDate', sent)).toMatchObject({ ok: false, reason: 'unknown_call' });
    await db.call.update({ where: { slug: STANDING_CALL }, data: { published: true } });
  });
});
