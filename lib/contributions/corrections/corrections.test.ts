import { beforeAll, describe, expect, it } from 'vitest';
import { readSent } from '@/lib/contributions/sent';
import { saveSection } from '@/lib/contributions/drafts/drafts';
import { db } from '@/lib/platform/db/client';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { decideChanges } from '@/lib/review/decide';
import { readForReview } from '@/lib/review/review-page/review-page';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { listQueue } from '@/lib/review/queue/queue';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { beginCorrection, fingerprintNow, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { dropCorrection, openCorrection } from './corrections';
import { readSentBody } from './sent-body';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const statusOf = async (id: string) =>
  await db.contribution.findUniqueOrThrow({ where: { id }, select: { status: true, currentRevision: true } });
const sections = (contributionId: string) => db.draftSection.count({ where: { contributionId } });
const cellsOf = async (id: string, number: number) =>
  (
    await db.proposedChange.findMany({
      where: { contributionId: id, proposal: { revision: { number } } },
      orderBy: { key: 'asc' },
    })
  ).map(({ key, status, value }) => ({ key, status, value }));

describe('openCorrection', () => {
  it('fills the draft from the rows of the newest revision, also for a submission that came by the API', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await beginCorrection(reference);
    const rows = await db.draftSection.findMany({ where: { contributionId: id }, orderBy: { step: 'asc' } });
    const section = (step: string) => rows.find((row) => row.step === step)?.data;
    expect(section('signatory')).toMatchObject({
      agreements: ['gcsc', 'paris-call'],
      notes: { gcsc: 'Final report, Advancing Cyberstability' },
    });
    expect(section('projects')).toMatchObject({
      projects: [
        {
          title: 'Global Cyber Policy Dialogues',
          criteria: ['interstate-cooperation', 'reference-to-capacity-building'],
        },
        {},
      ],
    });
    expect(section('agreements/1')).toMatchObject({
      kind: 'update',
      agreement: 'gcsc',
      baseVersion: 1,
      cells: { launchDate: { value: '2019-11' } },
    });
    expect(section('about')).toMatchObject({
      email: 'programme.office@example.org',
      show: { affiliation: true, country: true, name: false },
    });
    expect(await openCorrection({ contributionId: id })).toEqual({ ok: true });
    expect(await sections(id)).toBe(rows.length);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.correction_begun' } })).toBe(1);
  });

  it('lets the open correction be saved like a draft, and thrown away again', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await beginCorrection(reference);
    const stored = await db.draftSection.findUniqueOrThrow({
      where: { contributionId_step: { contributionId: id, step: 'comments' } },
    });
    const save = { contributionId: id, key: 'comments', data: { text: 'A better comment' } };
    expect(await saveSection({ ...save, expectedVersion: stored.version })).toEqual({
      ok: true,
      version: stored.version + 1,
    });
    expect(await saveSection({ ...save, data: { text: 'From an old tab' }, expectedVersion: 1 })).toMatchObject({
      ok: false,
      reason: 'saved_elsewhere',
    });
    expect(await dropCorrection({ contributionId: id })).toEqual({ ok: true });
    expect(await dropCorrection({ contributionId: id })).toEqual({ ok: true });
    expect(await sections(id)).toBe(0);
    expect(await saveSection({ ...save, expectedVersion: stored.version + 1 })).toEqual({
      ok: false,
      reason: 'already_submitted',
    });
    expect(await statusOf(id)).toEqual({ status: 'submitted', currentRevision: 1 });
  });

  it('is refused where there is nothing to correct any more', async () => {
    const [published, declined, withdrawn] = await Promise.all([
      submit(eastWestSubmission()),
      submit(eastWestSubmission()),
      submit(eastWestSubmission()),
    ]);
    const idOf = async (reference: string) =>
      (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;
    const ids = await Promise.all([published, declined, withdrawn].map(({ reference }) => idOf(reference)));
    await publishContribution({ editor, reference: published.reference });
    await declineContribution({ editor, reference: declined.reference, reason: 'Off topic.' });
    await withdrawContribution({ contributionId: ids[2] ?? '' });
    const reasons = await Promise.all(ids.map((contributionId) => openCorrection({ contributionId })));
    expect(reasons).toEqual(
      ['not_allowed_in_status', 'not_allowed_in_status', 'withdrawn'].map((reason) => ({ ok: false, reason })),
    );
    expect(await openCorrection({ contributionId: '00000000-0000-4000-8000-000000000000' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });
});

describe('a corrected resubmission', () => {
  it('becomes the next revision, which every reader shows; the former is kept', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await beginCorrection(reference);
    const answers = { comments: 'Marvellously corrected words.' };
    expect(await sendCorrection(id, { answers })).toEqual({ ok: true, reference });
    expect(await statusOf(id)).toEqual({ status: 'submitted', currentRevision: 2 });
    expect(await sections(id)).toBe(0);
    expect((await readSentBody(id, 1))?.answers.comments).toContain('The paper shows well');
    expect(await readSent(id)).toMatchObject({ revision: 2, answers });
    const read = (await readForReview(reference, editor, 'en'))?.answers.filter(({ text }) => text !== '');
    expect(read).toMatchObject([{ question: { key: 'comments' }, text: answers.comments }]);
    expect((await listQueue({ q: 'marvellously' })).rows).toMatchObject([
      { reference, revision: 2, pending: 3, total: 3 },
    ]);
    expect((await listQueue({ q: '"The paper shows well"' })).rows.map((row) => row.reference)).not.toContain(
      reference,
    );
    await publishContribution({ editor, reference });
    expect(await readContribution(reference, 'en')).toMatchObject({
      revision: 2,
      answers: [{ text: answers.comments }],
      counts: { proposedCells: 3 },
    });
    const mails = await db.mail.findMany({
      where: { contributionId: id, kind: { in: ['contribution-received', 'confirm-address'] } },
      orderBy: { createdAt: 'asc' },
      select: { kind: true, payload: true },
    });
    expect(mails.filter(({ kind }) => kind === 'contribution-received').map(({ payload }) => payload)).toEqual([
      { revision: 1 },
      { revision: 2 },
    ]);
    expect(mails.filter(({ kind }) => kind === 'confirm-address')).toHaveLength(1);
  });

  it('withdraws undecided cells, keeps decisions on unchanged values, and proposes changed ones anew', async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [
        { change: changes.name ?? '', outcome: 'reject', reason: 'No source.' },
        { change: changes['respond-to-requests-for-help'] ?? '', outcome: 'accept', seen: 1, resolve: true },
      ],
    });
    expect(decided).toMatchObject({ ok: true });
    const { id } = await beginCorrection(reference);
    const [update] = (await readSentBody(id, 1))?.proposals ?? [];
    const said =
      update?.changes.map((change) => (change.cell === 'launchDate' ? { ...change, value: '2019' } : change)) ?? [];
    expect(said.map(({ cell }) => cell).sort()).toEqual(['launchDate', 'name', 'respond-to-requests-for-help']);
    expect(await sendCorrection(id, { proposals: [{ ...update, changes: said }] as never })).toMatchObject({
      ok: true,
    });
    expect(await cellsOf(id, 1)).toMatchObject([
      { key: 'launchDate', status: 'withdrawn' },
      { key: 'name', status: 'rejected' },
      { key: 'respond-to-requests-for-help', status: 'accepted' },
    ]);
    expect(await cellsOf(id, 2)).toEqual([{ key: 'launchDate', status: 'pending', value: '2019' }]);
    const proposals = (await readForReview(reference, editor, 'en'))?.proposals;
    expect(proposals).toHaveLength(1);
    expect(proposals?.[0]?.changes.map(({ key, status }) => [key, status])).toEqual([
      ['name', 'rejected'],
      ['launchDate', 'pending'],
      ['respond-to-requests-for-help', 'accepted'],
    ]);
    expect((await readSent(id))?.proposals[0]?.changes).toHaveLength(3);

    // The rejected name with a source is something new to decide.
    await beginCorrection(reference);
    const again = said.map((change) => (change.cell === 'name' ? { ...change, source: 'Final report, p. 3' } : change));
    expect(await sendCorrection(id, { proposals: [{ ...update, changes: again }] as never })).toMatchObject({
      ok: true,
    });
    expect(await cellsOf(id, 3)).toMatchObject([
      { key: 'launchDate', status: 'pending' },
      { key: 'name', status: 'pending' },
    ]);
    expect((await listQueue({ q: reference })).rows).toMatchObject([{ pending: 2, total: 3 }]);
  });

  it('goes on from a new agreement that has entered the dataset meanwhile, and makes no second one', async () => {
    const { reference, changes } = await submit({
      proposals: [
        {
          kind: 'new',
          changes: [
            { cell: 'name', value: 'Accord of Tests' },
            { cell: 'summary', value: 'First words.' },
          ],
        },
      ],
      consent: true,
    });
    await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes.name ?? '', outcome: 'accept', seen: 0, resolve: false }],
    });
    const { id } = await beginCorrection(reference);
    const body = await readSentBody(id, 1);
    expect(body?.proposals).toMatchObject([{ kind: 'update', agreement: 'accord-of-tests', baseVersion: 1 }]);
    expect(
      await sendCorrection(id, {
        proposals: body?.proposals.map((one) => ({
          ...one,
          changes: one.changes.map((c) => (c.cell === 'summary' ? { ...c, value: 'Better words.' } : c)),
        })) as never,
      }),
    ).toMatchObject({ ok: true });
    const [pending] = await db.proposedChange.findMany({ where: { contributionId: id, status: 'pending' } });
    expect(pending).toMatchObject({ key: 'summary', value: 'Better words.', base: null });
    expect(
      await decideChanges({
        editor,
        reference,
        decisions: [{ change: pending?.id ?? '', outcome: 'accept', seen: 0, resolve: false }],
      }),
    ).toMatchObject({ ok: true, revisions: [{ agreement: 'accord-of-tests', version: 2 }] });
    expect(await db.agreement.count({ where: { name: 'Accord of Tests' } })).toBe(1);
  });

  it('asks for a changed address to be confirmed, and lets no earlier link confirm it', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await beginCorrection(reference);
    await db.contact.update({ where: { contributionId: id }, data: { emailConfirmedAt: new Date() } });
    await db.accessLink.create({ data: { contributionId: id, purpose: 'confirm_email', tokenHash: `hash-${id}` } });
    await sendCorrection(id, { about: { email: 'another.office@example.org' } });
    expect(await db.contact.findUnique({ where: { contributionId: id } })).toMatchObject({
      email: 'another.office@example.org',
      emailConfirmedAt: null,
      affiliation: null,
    });
    expect((await db.accessLink.findUniqueOrThrow({ where: { tokenHash: `hash-${id}` } })).revokedAt).not.toBeNull();
    expect(await db.mail.count({ where: { contributionId: id, kind: 'confirm-address' } })).toBe(2);
    await beginCorrection(reference);
    await sendCorrection(id, { about: {} });
    expect(await db.contact.findUnique({ where: { contributionId: id } })).toMatchObject({
      email: null,
      name: null,
      country: null,
    });
  });

  it('sends only what was read, and only what was opened', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id, seen } = await beginCorrection(reference);
    const stored = await db.draftSection.findUniqueOrThrow({
      where: { contributionId_step: { contributionId: id, step: 'gaps' } },
    });
    await saveSection({
      contributionId: id,
      key: 'gaps',
      expectedVersion: stored.version,
      data: { text: 'Typed by a colleague' },
    });
    expect(await sendCorrection(id, {}, { seen })).toEqual({ ok: false, reason: 'saved_elsewhere' });
    expect(await sendCorrection(id, {}, { seen: await fingerprintNow(id) })).toMatchObject({ ok: true });
    expect(await sendCorrection(id)).toEqual({ ok: false, reason: 'already_submitted' });
    expect(await statusOf(id)).toMatchObject({ currentRevision: 2 });
  });

  it('gives the same hash for the same words, and another for others', async () => {
    const hashOf = async (reference: string) =>
      (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { contentHash: true } })).contentHash;
    const one = await submit(eastWestSubmission());
    const other = await submit({ ...eastWestSubmission(), about: { email: 'somebody.else@example.org' } });
    expect(await hashOf(one.reference)).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf(other.reference)).toBe(await hashOf(one.reference));
    const { id } = await beginCorrection(one.reference);
    await sendCorrection(id, { answers: { gaps: 'Other words' } });
    expect(await hashOf(one.reference)).not.toBe(await hashOf(other.reference));
  });
});
