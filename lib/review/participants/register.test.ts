import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import { readParticipant } from '@/lib/publication/participants/register';
import { makeParticipation } from '@/prisma/factories/participants';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { editParticipant } from './edit-participant';
import { entryInput, participationInput } from './input-schema';
import { addParticipation, correctParticipation, removeParticipation, verifyParticipation } from './register';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let [editor, other]: Editor[] = [];
beforeAll(async () => {
  [editor, other] = [await makeEditor(), await makeEditor()];
});

const SIGNED = { agreement: 'budapest-convention', kind: 'state', action: 'signed', declaredBy: 'maintainer' } as const;
const entry = (given: Partial<z.input<typeof entryInput>>) =>
  entryInput.parse({ ...SIGNED, name: 'Finland', country: 'FI', source: 'Chart of signatures', ...given });
const add = (given: Partial<z.input<typeof entryInput>>, by = editor) =>
  addParticipation({ editor: by!, input: entry(given) });
const content = (given: Partial<z.input<typeof participationInput>>) =>
  participationInput.parse({ action: 'signed', declaredBy: 'maintainer', source: 'Chart of signatures', ...given });
const countOf = (slug: string) => db.participation.count({ where: { participant: { slug }, removedAt: null } });

describe('adding', () => {
  it('stores participant, row, history and events, and names nobody in the log', async () => {
    const added = await add({ date: '2001-11-23', reservation: 'Article 29.' });
    expect(added).toEqual({ ok: true, participant: 'finland', id: expect.any(String) as string });
    expect(await readParticipant('finland')).toMatchObject({
      ...{ slug: 'finland', kind: 'state', name: 'Finland', country: 'FI', group: null, formerNames: [] },
      participations: [
        {
          agreement: { slug: 'budapest-convention' },
          ...{ action: 'signed', date: '2001-11-23', declaredBy: 'maintainer', verified: false },
          reservation: 'Article 29.',
          evidence: { source: 'Chart of signatures', link: null, quotation: null, contribution: null, gone: null },
        },
      ],
    });
    const events = await db.auditEvent.findMany({
      where: { subjectKind: 'participant', subjectId: 'finland' },
      orderBy: { id: 'asc' },
      select: { action: true, userId: true },
    });
    expect(events).toEqual(
      ['participant.added', 'participation.added'].map((action) => ({ action, userId: editor?.userId })),
    );
  });

  it('is refused for what is there already: the same action with a date that may be the same', async () => {
    await makeParticipation({ ...SIGNED, name: 'Estonia', country: 'EE', date: '2001-11-23' });
    const estonia = { name: 'Estonia', country: 'EE' };
    for (const date of [undefined, '2001', '2001-11', '2001-11-23'])
      expect(await add({ ...estonia, date })).toEqual({ ok: false, reason: 'participation_present' });
    expect(await add({ ...estonia, action: 'ratified', date: '2003-05-12' })).toMatchObject({ ok: true });
    expect(await add({ ...estonia, date: '2010' })).toMatchObject({ ok: true });
    expect(await countOf('estonia')).toBe(3);
  });

  it('of a name that resembles another suggests it and merges nothing; the editor says which', async () => {
    await makeParticipation({ name: 'Microsoft Corporation', kind: 'organisation' });
    const microsoft = { name: 'Microsoft', kind: 'organisation', country: undefined } as const;
    expect(await add(microsoft)).toEqual({
      ok: false,
      reason: 'similar_participant',
      issues: [
        { path: 'same', code: 'similar', params: { slug: 'microsoft-corporation', name: 'Microsoft Corporation' } },
      ],
    });
    expect(await db.participant.count({ where: { name: 'Microsoft' } })).toBe(0);
    expect(await add({ ...microsoft, same: 'microsoft-corporation' })).toMatchObject({
      ok: true,
      participant: 'microsoft-corporation',
    });
    expect(await add({ ...microsoft, apart: true })).toMatchObject({ ok: true, participant: 'microsoft' });
    expect(await add({ ...microsoft, name: 'MICROSOFT', date: '2018' })).toEqual({
      ok: false,
      reason: 'participation_present',
    });
  });

  it('happens once, however many editors add the same at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const name = `Union of networks ${'abcdefgh'[round]}${round}`;
      const results = await Promise.all(
        [editor, other, editor, other].map((by) => add({ name, kind: 'organisation', country: 'NL', apart: true }, by)),
      );
      expect(results.map((one) => (one.ok ? 'added' : one.reason)).toSorted()).toEqual([
        'added',
        ...Array.from({ length: 3 }, () => 'participation_present'),
      ]);
      expect(await db.participant.count({ where: { name } })).toBe(1);
    }
  }, 60_000);

  it('needs evidence, a known agreement and a contribution that names its organisation', async () => {
    const faultsOf = (given: object) =>
      (entryInput.safeParse({ ...SIGNED, name: 'Ghana', ...given }).error?.issues ?? []).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
    expect(faultsOf({})).toEqual(['link: evidence_needed']);
    expect(faultsOf({ quotation: 'We sign.' })).toEqual(['source: source_required']);
    expect(faultsOf({ source: 'x', kind: 'person' })).toEqual(['kind: unknown_choice']);
    expect(faultsOf({ source: 'x', name: 'a.person@example.org' })).toEqual(['name: contact_detail']);
    expect(faultsOf({ source: 'x', date: '2199' })).toEqual(['date: date_in_future']);
    expect(faultsOf({ source: 'x', quotation: 'q'.repeat(1_001) })).toEqual(['quotation: too_long']);
    expect(await add({ name: 'Ghana', agreement: 'no-such' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'agreement', code: 'unknown_agreement' }],
    });
    const about = { affiliation: 'Secret Society', show: { affiliation: false } };
    const { reference } = await published({ signatories: [{ agreement: 'gcsc' }], about, consent: true });
    expect(await add({ name: 'Ghana', contribution: reference })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'contribution', code: 'unknown_contribution' }],
    });
    expect(await db.participant.count({ where: { name: 'Ghana' } })).toBe(0);
  });

  it('is refused to an editor of that organisation', async () => {
    const own = await makeEditor({ organisation: 'Institute for Open Networks' });
    const ion = { name: 'Institute for Open Networks (ION)', kind: 'organisation', country: undefined } as const;
    expect(await add(ion, own)).toEqual({ ok: false, reason: 'own_participant' });
    expect(await add(ion)).toMatchObject({ ok: true });
  });
});

describe('what follows', () => {
  const row = async (name: string) => {
    const added = await add({ name, country: undefined, kind: 'organisation', apart: true });
    if (!added.ok) throw new Error(added.reason);
    return added;
  };

  it('another editor verifies, a correction takes that away, and every version stays', async () => {
    const { id, participant } = await row('Council of registries');
    expect(await verifyParticipation({ editor: editor!, id, seen: 1 })).toEqual({ ok: false, reason: 'own_entry' });
    expect(await verifyParticipation({ editor: other!, id, seen: 1 })).toEqual({ ok: true });
    expect((await readParticipant(participant))?.participations[0]?.verified).toBe(true);
    const correction = { editor: other!, id, input: content({ date: '2019' }), reason: 'As the list says.' };
    expect(await correctParticipation({ ...correction, seen: 1 })).toEqual({ ok: false, reason: 'stale' });
    expect(await correctParticipation({ ...correction, seen: 2 })).toEqual({ ok: true });
    expect(await verifyParticipation({ editor: other!, id, seen: 3 })).toEqual({ ok: false, reason: 'own_entry' });
    expect(await removeParticipation({ editor: editor!, id, seen: 3, reason: 'Another one.' })).toEqual({ ok: true });
    expect(await removeParticipation({ editor: editor!, id, seen: 4, reason: 'Again.' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await readParticipant(participant)).toBeNull();
    const history = await db.participationVersion.findMany({
      where: { participationId: id },
      orderBy: { version: 'asc' },
      select: { change: true, content: true, reason: true },
    });
    expect(history).toEqual([
      { change: 'added', content: expect.objectContaining({ date: null, verified: false }) as object, reason: null },
      { change: 'verified', content: expect.objectContaining({ verified: true }) as object, reason: null },
      {
        change: 'corrected',
        content: expect.objectContaining({ date: '2019', verified: false }) as object,
        reason: 'As the list says.',
      },
      { change: 'removed', content: expect.objectContaining({ date: '2019' }) as object, reason: 'Another one.' },
    ]);
    await expect(db.participationVersion.deleteMany({ where: { participationId: id } })).rejects.toThrow('append-only');
    // What was removed can be entered again.
    expect(await row('Council of registries')).toMatchObject({ participant });
  });

  it('of two corrections of one version at the same moment one is stored', async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await row(`Association ${'ABCDEFGH'[round]} of carriers`);
      const results = await Promise.all(
        [editor, other].map((by, at) =>
          correctParticipation({ editor: by!, id, seen: 1, input: content({ date: `201${at}` }), reason: 'So.' }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.participationVersion.count({ where: { participationId: id } })).toBe(2);
    }
  }, 60_000);

  it('a participant keeps its address and its former name', async () => {
    const { participant: slug } = await row('Old Name Foundation');
    const input = { kind: 'organisation', name: 'New Name Foundation', country: 'CH' } as const;
    expect(await editParticipant({ editor: editor!, slug, seen: 1, input })).toEqual({ ok: true });
    expect(await editParticipant({ editor: editor!, slug, seen: 1, input })).toEqual({ ok: false, reason: 'stale' });
    expect(await editParticipant({ editor: editor!, slug, seen: 2, input })).toEqual({ ok: true });
    expect(await readParticipant(slug)).toMatchObject({
      ...{ slug: 'old-name-foundation', name: 'New Name Foundation', country: 'CH' },
      formerNames: ['Old Name Foundation'],
    });
    const { participant: second } = await row('Quite another foundation');
    expect(await editParticipant({ editor: editor!, slug: second, seen: 1, input })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'name', code: 'name_taken' }],
    });
  });
});
