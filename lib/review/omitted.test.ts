import { beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { storeBulkEntry, uploadBulkEntry } from '@/lib/review/bulk/bulk-entry';
import { decideChanges } from './decide';
import { submitEditorProposal } from './editor-proposals';
import { editorProposal } from './editor-proposal-schema';
import { decisionsInput } from './schema';
import { turnIntoUpdate } from './targets';
import { undoCommand } from '@/lib/review/undo/undo';

useTestDatabase();

/** Omitted is not erased: by none of the ways in which a value reaches the dataset. */

const SLUG = 'sadc-model-laws';
const CELL = 'specified-cbms';
const STANDS = { note: 'Part 3 of the model laws.', source: 'Model laws of 2012, page 7' };

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeEach(async () => {
  editor = await makeEditor();
  const { id } = await db.agreement.findUniqueOrThrow({ where: { slug: SLUG } });
  await db.cell.update({
    where: { agreementId_key: { agreementId: id, key: CELL } },
    data: { value: 'no', ...STANDS },
  });
});

const stands = async () => {
  const cell = (await readAgreementCells(SLUG))?.cells[CELL];
  return cell && { value: cell.value, note: cell.note, source: cell.source };
};
const seen = async () => (await readAgreementCells(SLUG))?.cells[CELL]?.version ?? 0;
type Change = { cell: string; value: unknown; note?: string | null; source?: string | null };
// null is what the API takes
const propose = (change: Omit<Change, 'cell'>) => submit(proposing(SLUG, [{ cell: CELL, ...change } as never]));

/** Decides as form and API do: what they send is parsed first. */
async function decide(reference: string, change: string | undefined, decision: object) {
  const { decisions } = decisionsInput.parse({ decisions: [{ change, seen: await seen(), ...decision }] });
  return decideChanges({ editor, reference, decisions });
}

describe('a proposal', () => {
  it.each([
    ['without note and source keeps those that stand', {}, STANDS],
    ['with a note of its own keeps the source', { note: 'Annex B.' }, { ...STANDS, note: 'Annex B.' }],
    [
      'with a source of its own keeps the note',
      { source: 'Another edition' },
      { ...STANDS, source: 'Another edition' },
    ],
    ['with the empty fields of a form says nothing of them', { note: '', source: ' ' }, STANDS],
    ['that says the note goes takes it away', { note: null }, { ...STANDS, note: null }],
  ])('%s', async (_, texts, left) => {
    const { reference, changes } = await propose({ value: 'yes', ...texts });
    expect(await decide(reference, changes[CELL], { outcome: 'accept', resolve: true })).toMatchObject({
      ok: true,
      decided: 1,
    });
    expect(await stands()).toEqual({ value: 'yes', ...left });
  });

  it('that says the source goes has itself for a source', async () => {
    const { reference, changes } = await propose({ value: 'yes', source: null });
    await decide(reference, changes[CELL], { outcome: 'accept', resolve: true });
    expect(await stands()).toEqual({ value: 'yes', note: STANDS.note, source: `Contribution ${reference}` });
  });
});

describe('an amendment', () => {
  it.each([
    ['that leaves both out keeps what stands', {}, {}, STANDS],
    ['that leaves both out keeps what was proposed', { note: 'Annex B.' }, {}, { ...STANDS, note: 'Annex B.' }],
    [
      'with an emptied note, as the form sends it, takes it away',
      {},
      { note: '', source: STANDS.source },
      { ...STANDS, note: null },
    ],
    ['with null, as the API sends it, takes it away', { note: 'Annex B.' }, { note: null }, { ...STANDS, note: null }],
  ])('%s', async (_, proposed, amended, left) => {
    const { reference, changes } = await propose({ value: 'yes', ...proposed });
    const decision = { outcome: 'amend', value: 'indirect', ...amended };
    expect(await decide(reference, changes[CELL], decision)).toMatchObject({ ok: true, decided: 1 });
    expect(await stands()).toEqual({ value: 'indirect', ...left });
    expect(await decide(reference, changes[CELL], decision)).toMatchObject({ ok: true, decided: 0 }); // sent twice
  });
});

it('a dry run tells of the note and source as they would stand', async () => {
  const { reference, changes } = await propose({ value: 'no', note: null });
  const { decisions } = decisionsInput.parse({
    decisions: [{ change: changes[CELL], seen: await seen(), outcome: 'accept' }],
  });
  const result = await decideChanges({
    editor,
    reference,
    decisions: decisions.map((one) => ({ ...one, resolve: true })) as typeof decisions,
    dryRun: true,
  });
  expect(result).toMatchObject({
    ok: true,
    effects: [{ before: { value: 'no', ...STANDS }, after: { value: 'no', ...STANDS, note: null }, writes: true }],
  });
  expect(await stands()).toEqual({ value: 'no', ...STANDS });
});

it('undoing brings back value, note and source, and what is decided anew keeps them as well', async () => {
  const { reference, changes } = await propose({ value: 'yes' });
  await decide(reference, changes[CELL], { outcome: 'accept', resolve: true });
  const { commandId } = await db.decision.findUniqueOrThrow({ where: { changeId: changes[CELL] } });
  expect(
    await undoCommand({ editor, reference, command: commandId, reason: 'The page says otherwise.' }),
  ).toMatchObject({ ok: true, waiting: null });
  expect(await stands()).toEqual({ value: 'no', ...STANDS });
  const again = await db.proposedChange.findFirstOrThrow({ where: { contribution: { reference }, status: 'pending' } });
  await decide(reference, again.id, { outcome: 'accept', resolve: true });
  expect(await stands()).toEqual({ value: 'yes', ...STANDS });
});

it('a proposal for a new agreement that becomes an update keeps the present content', async () => {
  const { reference } = await submit({
    proposals: [
      {
        kind: 'new',
        changes: [
          { cell: 'name', value: 'Model Laws of the Region' },
          { cell: CELL, value: 'yes' },
        ] as never,
      },
    ],
    consent: true,
  });
  const { id } = await db.proposal.findFirstOrThrow({ where: { contribution: { reference } } });
  expect(await turnIntoUpdate({ editor, reference, proposal: id, agreement: SLUG })).toEqual({ ok: true });
  const change = await db.proposedChange.findFirstOrThrow({ where: { proposalId: id, key: CELL } });
  await decide(reference, change.id, { outcome: 'accept', resolve: true });
  expect(await stands()).toEqual({ value: 'yes', ...STANDS });
});

describe('a table', () => {
  async function stored(note: string) {
    const text = `agreement,criterion,value,note,source\n${SLUG},${CELL},yes,${note},${STANDS.source.replace(',', '')}\n`;
    const upload = await uploadBulkEntry({ editor, fileName: 'cells.csv', bytes: Buffer.from(text) });
    if (!upload.ok) throw new Error(upload.reason);
    const result = await storeBulkEntry({ editor, id: upload.id, comment: 'From the survey.' });
    if (!result.ok) throw new Error(result.reason);
    const change = await db.proposedChange.findFirstOrThrow({
      where: { contribution: { reference: result.reference } },
    });
    await decide(result.reference, change.id, { outcome: 'accept', resolve: true });
    return (await stands())?.note;
  }

  it('with an empty note keeps the present one', async () => expect(await stored('')).toBe(STANDS.note));
  it('that says (none) takes it away', async () => expect(await stored('(none)')).toBeNull());
});

it('the desk’s own form, which begins with the current note, takes it away when it comes back empty', async () => {
  const proposal = editorProposal.parse({
    kind: 'update',
    agreement: SLUG,
    baseVersion: 1,
    comment: 'Read again.',
    submissionKey: crypto.randomUUID(),
    changes: [{ cell: CELL, value: 'yes', note: '', source: STANDS.source }],
  });
  const result = await submitEditorProposal({ editor, proposal });
  if (!result.ok) throw new Error(result.reason);
  const change = await db.proposedChange.findFirstOrThrow({ where: { contribution: { reference: result.reference } } });
  await decide(result.reference, change.id, { outcome: 'accept', resolve: true });
  expect(await stands()).toEqual({ value: 'yes', ...STANDS, note: null });
});
