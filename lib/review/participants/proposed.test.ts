import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { readAgreementRegister } from '@/lib/publication/participants/agreement-register';
import { readParticipant } from '@/lib/publication/participants/register';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { decideChanges } from '@/lib/review/decide';
import { decideAnew } from '@/lib/review/undo/undo';
import { makeParticipation } from '@/prisma/factories/participants';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { proposedEntry } from './input-schema';
import { acceptProposed, countProposed, declineProposed, listProposedParticipants } from './proposed';

useTestDatabase();

const LINK = 'https://example.org/depositary';
const VALUE = {
  participant: 'state',
  name: 'Kiribati',
  action: 'ratified',
  date: '2019-05',
  link: LINK,
  reservation: 'Article 3 does not apply.',
};
const proposal = (value: Record<string, string>, affiliation?: string) =>
  proposing('budapest-convention', [{ cell: 'participations', value }], affiliation);
/** A published proposal as the desk lists it. */
async function proposed(value: Record<string, string>, affiliation?: string) {
  const { reference } = await published(proposal(value, affiliation));
  const [found] = (await listProposedParticipants()).filter((one) => one.reference === reference);
  if (!found) throw new Error('not listed');
  return found;
}
const entry = ({ participant, ...value }: Record<string, string>, more: object = {}) =>
  proposedEntry.parse({ kind: participant, declaredBy: 'third_party', ...value, ...more });
const statusOf = async (id: string) => (await db.proposedChange.findUniqueOrThrow({ where: { id } })).status;
const unnamed = async () => (await readAgreementRegister('budapest-convention'))?.counts.unnamed;

describe('a proposed participant', () => {
  it('becomes a row with the contribution as evidence, and no cell', async () => {
    const { change, reference, affiliation } = await proposed(VALUE, 'Treaty Watch');
    expect(affiliation).toBe('Treaty Watch');
    const editor = await makeEditor();
    expect(await acceptProposed({ editor, reference, change, input: entry(VALUE) })).toEqual({ ok: true });
    expect(await readParticipant('kiribati')).toMatchObject({
      kind: 'state',
      participations: [
        {
          action: 'ratified',
          date: '2019-05',
          evidence: { link: LINK, contribution: reference, source: null },
          declaredBy: 'third_party',
          verified: false,
          reservation: VALUE.reservation,
        },
      ],
    });
    expect(await statusOf(change)).toBe('accepted');
    expect(await db.cell.count({ where: { key: { startsWith: 'participations' } } })).toBe(0);
    const again = await acceptProposed({ editor, reference, change, input: entry(VALUE) });
    expect(again).toEqual({ ok: false, reason: 'already_decided' });
    const { proposals } = (await readContribution(reference, 'en')) as { proposals: { cells: object[] }[] };
    expect(proposals[0]?.cells).toMatchObject([{ cell: 'participations:kiribati-ratified', status: 'accepted' }]);
  });

  it('is accepted with a correction, which is recorded as one', async () => {
    const { change, reference } = await proposed({ ...VALUE, name: 'Tuvalu', date: '2018' }, 'Treaty Watch');
    const input = entry({ ...VALUE, name: 'Tuvalu' }, { source: 'Register of the depositary', country: 'TV' });
    expect(await acceptProposed({ editor: await makeEditor(), reference, change, input })).toEqual({ ok: true });
    expect(await statusOf(change)).toBe('amended');
    expect(await readParticipant('tuvalu')).toMatchObject({
      country: 'TV',
      participations: [{ date: '2019-05', evidence: { source: 'Register of the depositary' } }],
    });
  });

  it('is declined with a reason, at the register and on the page of the contribution', async () => {
    const one = await proposed({ ...VALUE, name: 'Nauru' }, 'Treaty Watch');
    const deciding = { editor: await makeEditor(), reference: one.reference, change: one.change };
    expect(await declineProposed({ ...deciding, reason: 'The depositary does not list it.' })).toEqual({ ok: true });
    expect(await statusOf(one.change)).toBe('rejected');
    expect(await readParticipant('nauru')).toBeNull();

    const { reference, changes } = await submit(proposal({ ...VALUE, name: 'Palau' }, 'Treaty Watch'));
    const change = changes['participations:palau-ratified'] ?? '';
    const { editor } = deciding;
    const accept = { change, outcome: 'accept' as const, seen: 0, resolve: false };
    expect(await decideChanges({ editor, reference, decisions: [accept] })).toMatchObject({
      ok: false,
      issues: [{ code: 'decided_in_register' }],
    });
    const reject = { change, outcome: 'reject' as const, reason: 'No.' };
    expect(await decideChanges({ editor, reference, decisions: [reject] })).toMatchObject({ ok: true, decided: 1 });
  });

  it('of a name like a known one is not merged by itself', async () => {
    await makeParticipation({ name: 'Example Telecommunication Exchange' });
    const value = { ...VALUE, participant: 'organisation', name: 'Example Telecomunication Exchange' };
    const { change, reference } = await proposed(value, 'Treaty Watch');
    const deciding = { editor: await makeEditor(), reference, change };
    expect(await acceptProposed({ ...deciding, input: entry(value) })).toMatchObject({
      ok: false,
      reason: 'similar_participant',
    });
    expect(await statusOf(change)).toBe('pending');
    const input = entry(value, { same: 'example-telecommunication-exchange' });
    expect(await acceptProposed({ ...deciding, input })).toEqual({ ok: true });
    expect((await readParticipant('example-telecommunication-exchange'))?.participations).toHaveLength(2);
  });

  it('whose decision is reopened leaves the register, and can be decided again', async () => {
    const value = { ...VALUE, name: 'Niue' };
    const { change, reference } = await proposed(value, 'Treaty Watch');
    const editor = await makeEditor();
    await acceptProposed({ editor, reference, change, input: entry(value) });
    expect(await readParticipant('niue')).not.toBeNull();
    expect(await decideAnew({ editor, reference, change, reason: 'Not yet in force.' })).toMatchObject({ back: 1 });
    expect(await readParticipant('niue')).toBeNull();
    const [open] = (await listProposedParticipants()).filter((one) => one.reference === reference);
    expect(await acceptProposed({ editor, reference, change: open?.change ?? '', input: entry(value) })).toEqual({
      ok: true,
    });
    expect((await readParticipant('niue'))?.participations).toHaveLength(1);
  });

  it('with a date in the future, or of another kind than a state or organisation, is refused when it is sent', async () => {
    for (const [part, value, code] of [
      ['date', '2098', 'date_in_future'],
      ['participant', 'person', 'unknown_choice'],
      ['action', 'member', 'unknown_choice'],
      ['name', ' ', 'required'],
    ] as const)
      await expect(submit(proposal({ ...VALUE, [part]: value }))).rejects.toThrow(code);
  });
});

describe('a contribution that is no evidence', () => {
  it('is not listed before it is published', async () => {
    const { reference } = await submit(proposal({ ...VALUE, name: 'Samoa' }, 'Treaty Watch'));
    expect((await listProposedParticipants()).map((one) => one.reference)).not.toContain(reference);
  });

  it('adds to a count and makes no row where it does not name its organisation', async () => {
    const before = (await unnamed()) ?? 0;
    for (let at = 0; at < 5; at += 1) {
      const one = await proposed({ ...VALUE, name: `Zqcounted ${at}` });
      expect(one.affiliation).toBeNull();
      const deciding = { editor: await makeEditor(), reference: one.reference, change: one.change };
      const input = entry({ ...VALUE, name: `Zqcounted ${at}` });
      expect(await acceptProposed({ ...deciding, input })).toEqual({ ok: false, reason: 'not_found' });
      expect(await countProposed(deciding)).toEqual({ ok: true });
      expect(await statusOf(one.change)).toBe('accepted');
    }
    expect(await unnamed()).toBe(before + 5);
    expect(JSON.stringify(await readAgreementRegister('budapest-convention'))).not.toContain('Zqcounted');
  });

  it('takes its row, date and links with it when it is withdrawn or becomes anonymous', async () => {
    for (const [name, slug, leave] of [
      ['Vanuatu', 'vanuatu', (id: string) => withdrawContribution({ contributionId: id })],
      [
        'Fiji',
        'fiji',
        (id: string) =>
          db.contribution.update({
            where: { id },
            data: { anonymous: true, publicAffiliation: null, publicCountry: null, publicName: null },
          }),
      ],
    ] as const) {
      const value = { ...VALUE, name };
      const { change, reference } = await proposed(value, 'Treaty Watch');
      await acceptProposed({
        editor: await makeEditor(),
        reference,
        change,
        input: entry(value, { source: 'A list' }),
      });
      expect(await readParticipant(slug)).not.toBeNull();
      const { id } = await db.contribution.findUniqueOrThrow({ where: { reference } });
      await leave(id);
      expect([name, await readParticipant(slug)]).toEqual([name, null]);
      expect(JSON.stringify(await readAgreementRegister('budapest-convention'))).not.toContain(name);
    }
  });
});
