import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { listParticipationsOf, readParticipant } from '@/lib/publication/participants/register';
import { makeEditor } from '@/prisma/factories/people';
import { published, withdrawn } from '@/prisma/factories/published';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { claimInput, confirmClaim, listClaims, rejectClaim } from './claims';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
let other: Editor;
beforeAll(async () => {
  [editor, other] = [await makeEditor(), await makeEditor()];
});

const says = (agreement: string, about: SubmissionInput['about']): SubmissionInput => ({
  signatories: [{ agreement, note: 'Since 2018' }],
  about,
  consent: true,
});
const named = (affiliation: string) => ({ affiliation, country: 'KE', show: { affiliation: true, country: true } });
const waiting = async () => (await listClaims()).map(({ reference, agreement }) => `${reference} ${agreement}`);
const input = (name: string, more: object = {}) =>
  claimInput.parse({ kind: 'organisation', name, country: 'KE', action: 'signed', ...more });

it('only statements that are published under an affiliation wait, and nothing is a row before a decision', async () => {
  const shown = await published(says('manrs', named('Example Exchange')));
  const hidden = await published(says('manrs', { ...named('Secret Zq'), anonymous: true }));
  const unnamed = await published(says('manrs', { affiliation: 'Unticked Zq' }));
  const sent = await submit(says('manrs', named('Waiting Exchange')));
  expect(await waiting()).toEqual([`${shown.reference} manrs`]);
  expect((await listParticipationsOf('manrs')).participations).toEqual([]);
  for (const { reference } of [hidden, unnamed, sent])
    expect(await confirmClaim({ editor, reference, agreement: 'manrs', input: input('Anything') })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  expect(await db.participant.count({ where: { kind: 'organisation' } })).toBe(0);

  expect(await confirmClaim({ editor, ...shown, agreement: 'manrs', input: input('Example Exchange') })).toEqual({
    ok: true,
  });
  expect(await readParticipant('example-exchange')).toMatchObject({
    country: 'KE',
    participations: [
      {
        ...{ action: 'signed', date: null, declaredBy: 'participant', verified: false },
        evidence: { contribution: shown.reference, gone: null },
      },
    ],
  });
  expect(await waiting()).toEqual([]);
  expect(await confirmClaim({ editor, ...shown, agreement: 'manrs', input: input('Example Exchange') })).toEqual({
    ok: false,
    reason: 'already_decided',
  });
});

it('a rejected statement makes no row and waits no more', async () => {
  const { reference } = await published(says('gcsc', named('Doubtful Society')));
  expect(await rejectClaim({ editor, reference, agreement: 'gcsc', reason: 'It is a report.' })).toEqual({ ok: true });
  expect(await waiting()).toEqual([]);
  expect((await listParticipationsOf('gcsc')).participations).toEqual([]);
});

it('an editor of the organisation does not decide', async () => {
  const { reference } = await published(says('gcsc', named('Institute for Open Networks')));
  const own = await makeEditor({ organisation: 'Institute for Open Networks' });
  const deciding = { editor: own, reference, agreement: 'gcsc' };
  expect(await confirmClaim({ ...deciding, input: input('Institute for Open Networks') })).toEqual({
    ok: false,
    reason: 'own_organisation',
  });
  expect(await rejectClaim({ ...deciding, reason: 'x' })).toEqual({ ok: false, reason: 'own_organisation' });
});

it('a name that resembles a known one is asked about; the same row of two contributions is one', async () => {
  const [one, two] = [
    await published(says('tech-accord', named('Harbour Systems Inc.'))),
    await published(says('tech-accord', named('Harbour Systems'))),
  ];
  const deciding = (reference: string) => ({ editor, reference, agreement: 'tech-accord' });
  expect(await confirmClaim({ ...deciding(one.reference), input: input('Harbour Systems Inc.') })).toEqual({
    ok: true,
  });
  expect(await confirmClaim({ ...deciding(two.reference), input: input('Harbour Systems') })).toMatchObject({
    reason: 'similar_participant',
    issues: [{ path: 'same', params: { slug: 'harbour-systems-inc' } }],
  });
  const same = input('Harbour Systems', { same: 'harbour-systems-inc' });
  expect(await confirmClaim({ ...deciding(two.reference), input: same })).toEqual({ ok: true });
  expect((await listParticipationsOf('tech-accord')).participations).toHaveLength(1);
});

it('of two editors at the same moment one decides', async () => {
  for (let round = 0; round < 6; round++) {
    const name = `Carrier ${'ABCDEF'[round]}${round} of the coast`;
    const { reference } = await published(says('charter-of-trust', named(name)));
    const results = await Promise.all([
      confirmClaim({ editor, reference, agreement: 'charter-of-trust', input: input(name, { apart: true }) }),
      rejectClaim({ editor: other, reference, agreement: 'charter-of-trust', reason: 'No.' }),
    ]);
    expect(results.map((one) => (one.ok ? 'ok' : one.reason)).toSorted()).toEqual(['already_decided', 'ok']);
    expect(await db.participation.count({ where: { participant: { name } } })).toBe(results[0]?.ok ? 1 : 0);
  }
});

it('a row goes when its contribution is withdrawn, and is counted', async () => {
  const gone = await published(says('foc-recommendations', named('Gone Exchange')));
  const going = { editor, reference: gone.reference, agreement: 'foc-recommendations' };
  expect(await confirmClaim({ ...going, input: input('Gone Exchange') })).toEqual({ ok: true });
  expect(await readParticipant('gone-exchange')).not.toBeNull();
  await withdrawn(gone.reference);
  expect(await readParticipant('gone-exchange')).toBeNull();
  expect((await listParticipationsOf('foc-recommendations')).withdrawn).toBe(1);
});
