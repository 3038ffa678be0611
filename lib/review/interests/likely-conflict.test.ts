import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { assignContribution, assignNext } from '@/lib/review/assignment/assignment';
import { decideChanges } from '@/lib/review/decide';
import { readForReview } from '@/lib/review/review-page/review-page';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { stateApart } from './statements';

useTestDatabase();

type Person = Awaited<ReturnType<typeof makeEditor>>;
const INSTITUTE = 'Institute for Open Networks (ION)';
let editor: Person;
let own: Person;
beforeAll(async () => {
  [editor, own] = [await makeEditor(), await makeEditor({ organisation: 'The Institute for Open Networks' })];
});

const seen = async (agreement: string, key: string) => (await readAgreementCells(agreement))?.cells[key]?.version ?? 0;
const propose = (agreement: string, key: string, value: string, affiliation?: string) =>
  submit(proposing(agreement, [{ cell: key, value }], affiliation));
const accept = async (agreement: string, key: string, change: string | undefined) => ({
  change: change ?? '',
  outcome: 'accept' as const,
  seen: await seen(agreement, key),
  resolve: true,
});

describe('a likely match', () => {
  it('shows no contact details where a conflict is only likely', async () => {
    const likely = await makeEditor({ organisation: 'ZNI' });
    const about = { anonymous: true as const, affiliation: 'Zonal Networks Institute' };
    const { reference } = await submit({
      ...proposing('paris-call', [{ cell: 'link', value: 'https://example.org/a' }]),
      about,
    });
    expect(await readForReview(reference, likely, 'en')).toMatchObject({ blocker: null, mayDecide: true });
  });

  it('is shown and waits for a tick with a reason, which colleagues read and the log does not hold', async () => {
    const likely = await makeEditor({ organisation: 'Institute for Open Networks, Nairobi' });
    const { reference, changes } = await propose('brazzaville-declaration', 'maintainer', 'A commission', INSTITUTE);
    const decisions = [await accept('brazzaville-declaration', 'maintainer', changes.maintainer)];
    expect(await readForReview(reference, likely, 'en')).toMatchObject({
      blocker: 'likely_own_organisation',
      contact: null,
    });
    expect(await decideChanges({ editor: likely, reference, decisions })).toEqual({
      ok: false,
      reason: 'likely_own_organisation',
    });
    for (const input of [
      { apart: undefined, reason: 'Another one.' },
      { apart: 'on', reason: ' ' },
    ])
      expect(await stateApart({ editor: likely, reference, input })).toMatchObject({ ok: false, reason: 'invalid' });
    const input = { apart: 'on', reason: 'Ours is the one in Nairobi, zq9-reason.' };
    expect(await stateApart({ editor, reference, input })).toEqual({ ok: false, reason: 'already_in_status' });
    expect(await stateApart({ editor: own, reference, input })).toEqual({ ok: false, reason: 'own_organisation' });
    for (let times = 0; times < 2; times++)
      expect(await stateApart({ editor: likely, reference, input })).toEqual({ ok: true });
    expect((await readForReview(reference, editor, 'en'))?.statements).toEqual([
      { name: likely.name, reason: input.reason, at: expect.any(Date) },
    ]);
    expect(await decideChanges({ editor: likely, reference, decisions })).toMatchObject({ ok: true });
    const log = await db.auditEvent.findMany({
      where: { userId: likely.userId },
      orderBy: { id: 'asc' },
      select: { action: true, details: true },
    });
    expect(log.map(({ action }) => action)).toEqual([
      'decision.refused',
      'contribution.conflict_denied',
      'changes.decided',
    ]);
    expect(JSON.stringify(log)).not.toContain('zq9-reason');
  });

  it('of a rival that would be decided along waits for it too', async () => {
    const likely = await makeEditor({ organisation: 'Institute for Open Networks, Nairobi' });
    const theirs = await propose('eac-cyber-laws', 'maintainer', 'A task force', INSTITUTE);
    const rival = await propose('eac-cyber-laws', 'maintainer', 'A committee', 'Somebody else');
    const decisions = [await accept('eac-cyber-laws', 'maintainer', rival.changes.maintainer)];
    expect(await decideChanges({ editor: likely, reference: rival.reference, decisions })).toMatchObject({
      reason: 'likely_own_organisation',
      issues: [{ code: 'rival_likely_own_organisation' }],
    });
    await stateApart({ editor: likely, reference: theirs.reference, input: { apart: 'on', reason: 'Another city.' } });
    expect(await decideChanges({ editor: likely, reference: rival.reference, decisions })).toMatchObject({
      ok: true,
      superseded: 1,
    });
  });

  it('may be given to them: they say it on its page', async () => {
    const likely = await makeEditor({ organisation: 'Institute for Open Networks, Nairobi' });
    const { reference } = await propose('eac-cyber-laws', 'link', 'https://example.org/eac', INSTITUTE);
    expect(await assignContribution({ editor, reference, to: likely.userId, from: null })).toEqual({ ok: true });
    expect(await assignNext({ editor, reference })).toEqual({ ok: false, reason: 'assigned_meanwhile' });
  });
});
