import { describe, expect, it } from 'vitest';
import { submitContribution } from '@/lib/contributions/submission';
import { can } from '@/lib/accounts/policy';
import { changePerson } from '@/lib/accounts/people';
import { createToken } from '@/lib/accounts/api-tokens';
import { db } from '@/lib/platform/db/client';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeCall } from '@/prisma/factories/calls';
import { makeEditor } from '@/prisma/factories/people';
import { proposing } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listCandidates } from './assignment/assignees';
import { assignContribution } from './assignment/assignment';
import { decideChanges } from './decide';
import { readNotes, writeNote } from './notes';
import { publishContribution } from './publication';
import { listQueue } from './queue/queue';
import { queueFilter } from './queue/schema';
import { readForReview } from './review-page/review-page';

useTestDatabase();

const ABOUT = { name: 'Quillon Testperson', affiliation: 'Zephyrine House', email: 'quillon@example.org' };

async function send(about: object = {}) {
  const { slug: agreement } = await makeAgreement({ maintainer: 'A commission' });
  const { slug } = await makeCall('open', { offersEditorsOnly: true });
  const input = {
    ...proposing(agreement, [{ cell: 'maintainer', value: 'Another, office@zephyrine.example' }]),
    answers: { gaps: 'Write to desk@zephyrine.example or +41 22 123 45 67.' },
    about: { ...ABOUT, ...about },
  };
  const sent = await submitContribution({ callSlug: slug, input });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { reference: sent.reference, call: slug };
}

describe('an observer', () => {
  it('reads a contribution without its contact, and without contact details in its texts', async () => {
    const [observer, editor, { reference }] = [
      await makeEditor({ role: 'observer' }),
      await makeEditor(),
      await send({ attribution: 'editors_only' }),
    ];
    const asEditor = JSON.stringify(await readForReview(reference, editor, 'en'));
    for (const detail of ['Quillon', 'Zephyrine', 'quillon@', 'desk@', 'office@', '123 45 67'])
      expect(asEditor).toContain(detail);
    const found = await readForReview(reference, observer, 'en');
    expect(found).toMatchObject({ blocker: 'forbidden', mayDecide: false, contact: null, signOffs: { people: null } });
    const shown = JSON.stringify(found);
    for (const detail of ['Quillon', 'Zephyrine', 'quillon@', 'desk@', 'office@', '123 45 67'])
      expect(shown).not.toContain(detail);
    expect(shown).toContain('e-mail address not shown');
  });

  it('finds in the queue what is public of an author, and by no author’s name', async () => {
    const [hidden, named] = [await send({ attribution: 'editors_only' }), await send({ attribution: 'organisation' })];
    const reader = { seesContacts: false };
    const list = async (filter: object, who?: { seesContacts: boolean }) =>
      (await listQueue(queueFilter.parse(filter), '', who)).rows.map(({ reference, who: shown }) => [reference, shown]);
    expect(await list({ call: hidden.call })).toEqual([[hidden.reference, 'Zephyrine House']]);
    expect(await list({ call: hidden.call }, reader)).toEqual([[hidden.reference, null]]);
    expect(await list({ call: named.call }, reader)).toEqual([[named.reference, 'Zephyrine House']]);
    expect(await list({ q: 'quillon', call: hidden.call })).toHaveLength(1);
    expect(await list({ q: 'quillon', call: hidden.call }, reader)).toEqual([]);
    expect(await list({ q: 'write', call: hidden.call }, reader)).toHaveLength(1);
  });

  it('writes internal notes, and can be mentioned in them', async () => {
    const [observer, editor, { reference }] = [
      await makeEditor({ role: 'observer', name: 'Ada Observing' }),
      await makeEditor(),
      await send(),
    ];
    expect(await writeNote({ editor: observer, reference, input: { text: 'The source is old.' } })).toMatchObject({
      ok: true,
    });
    const told = await writeNote({ editor, reference, input: { text: '@ada.observing Call +41 22 123 45 67.' } });
    expect(told).toMatchObject({ ok: true, told: 1 });
    const notes = await readNotes(reference, observer);
    expect(notes).toMatchObject({
      notes: [{ text: 'The source is old.' }, { text: expect.stringContaining('not shown') }],
    });
  });

  it('reads no notes on a contribution of their own organisation', async () => {
    const { reference } = await send({ attribution: 'organisation' });
    const observer = await makeEditor({ role: 'observer', organisation: 'Zephyrine House' });
    expect(await readNotes(reference, observer)).toEqual({ barred: 'own_organisation' });
    expect(await writeNote({ editor: observer, reference, input: { text: 'Ours.' } })).toMatchObject({
      reason: 'own_organisation',
    });
  });

  it('decides, publishes and is given nothing', async () => {
    const [observer, editor, { reference }] = [
      await makeEditor({ role: 'observer' }),
      await makeEditor(),
      await send(),
    ];
    const change = await db.proposedChange.findFirstOrThrow({ where: { contribution: { reference } } });
    const decisions = [{ change: change.id, outcome: 'accept' as const, seen: 1, resolve: false }];
    expect(await decideChanges({ editor: observer, reference, decisions })).toMatchObject({ reason: 'forbidden' });
    expect(await publishContribution({ editor: observer, reference })).toMatchObject({ reason: 'forbidden' });
    const given = await assignContribution({ editor, reference, from: null, to: observer.userId });
    expect(given).toMatchObject({ reason: 'cannot_take_it', issues: [{ code: 'assignee_gone' }] });
    expect((await listCandidates(db)).map(({ userId }) => userId)).not.toContain(observer.userId);
    expect(await createToken(observer, { name: 'x', days: 30 })).toMatchObject({ reason: 'forbidden' });
  });

  it('is made of an editor by an admin, at once', async () => {
    const [admin, editor] = [await makeEditor({ role: 'admin' }), await makeEditor()];
    expect(await changePerson(admin, editor.userId, { name: 'E', organisation: '', role: 'observer' })).toEqual({
      ok: true,
    });
    const { role } = await db.user.findUniqueOrThrow({ where: { id: editor.userId } });
    expect([role, can({ role }, 'contribution.decide')]).toEqual(['observer', false]);
  });
});
