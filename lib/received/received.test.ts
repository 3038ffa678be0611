import { describe, expect, it } from 'vitest';
import { factLabel } from '@/lib/agreements/facts/words';
import { readCall } from '@/lib/calls/calls';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { wordFile } from '@/lib/contributions/documents/word/file';
import { findCallForDraft } from '@/lib/contributions/drafts/drafts';
import { examineOriginal } from '@/lib/contributions/originals';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { removeExpired } from '@/lib/platform/jobs/queue';
import { blankForm } from '@/prisma/factories/blank-forms';
import { filledIn } from '@/prisma/factories/returned-files';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { confirmedAnswers } from './choices';
import { dropHeldFile, holdFile, readHeldFile } from './held-files';
import { beginFromFile } from './into-draft';
import { openReceived } from './open-received';
import { readReceived } from './read-received';
import { unitsOf } from './units';

useTestDatabase();

const NOW = new Date('2020-10-01T12:00:00Z');

async function callOf2020() {
  const call = await readCall('2020', 'en', NOW);
  if (!call) throw new Error('no call');
  return call;
}

/** The questions of 2020 as they are handed out, with something typed. */
async function filledForm(typed: Record<string, string>): Promise<Buffer> {
  return filledIn(await wordFile(blankCallPaper({ ...(await blankForm()), addresses: null })), typed);
}

async function readingOf(bytes: Buffer, drafts: string[] = []) {
  const { document } = orThrow(await openReceived({ name: 'a.docx', bytes }));
  return readReceived(document, { call: await callOf2020(), locale: 'en', drafts });
}

const TYPED = {
  'bpf:gaps/text': 'A gap in the dataset.\n\nAnd another.',
  'bpf:signatory/agreements=paris-call': 'x',
  'bpf:projects/projects/0/title': 'A project',
  'bpf:agreements/u1/agreement': 'Paris Call for Trust and Security in Cyberspace',
  'bpf:agreements/n1/cells/name/value': 'A new pact',
  'bpf:about/affiliation': 'An institute',
};

describe('a filled form of the call', () => {
  it('gives the answers at its places, and nothing is left', async () => {
    const { answers, notPlaced, warnings, isOfOtherDraft } = await readingOf(await filledForm(TYPED));
    expect(answers.map(({ place, how }) => [place.tag, how]).toSorted()).toEqual(
      Object.keys(TYPED)
        .map((tag) => [tag, 'tag'])
        .toSorted(),
    );
    expect({ notPlaced, warnings, isOfOtherDraft }).toEqual({ notPlaced: [], warnings: [], isOfOtherDraft: false });
  });

  it('that came back unfilled says so', async () => {
    expect((await readingOf(await filledForm({}))).warnings).toEqual([{ kind: 'nothing_written' }]);
  });

  it('asks again for what an answer that was left out was needed for', async () => {
    const { answers, places } = await readingOf(
      await filledForm({
        ...TYPED,
        'bpf:agreements/u1/changes/0/cell': factLabel('launchDate', 'en'),
        'bpf:agreements/u1/changes/0/value': '12 November 2018',
      }),
    );
    const fieldOf = (tag: string) => `answer.${answers.findIndex(({ place }) => place.tag === tag)}`;
    const agreement = fieldOf('bpf:agreements/u1/agreement');
    const { faults } = confirmedAnswers({
      ...{ answers, units: [], places },
      chosen: (field) => (field === agreement ? 'aside' : ''),
    });
    expect(faults).toEqual(
      ['cell', 'value'].map((name) => ({
        path: fieldOf(`bpf:agreements/u1/changes/0/${name}`),
        code: 'agreement_missing',
      })),
    );
  });

  it('becomes an ordinary draft once it is confirmed, and only once', async () => {
    const bytes = await filledForm(TYPED);
    const held = await readHeldFile(await holdFile({ name: 'a.docx', bytes }));
    if (!held) throw new Error('not held');
    const reading = await readingOf(held.bytes);
    const { sections } = confirmedAnswers({ ...reading, units: [], chosen: () => '' });
    const input = {
      ...{ heldId: held.id, sections, questionnaire: reading.questionnaire },
      beginning: orThrow(await findCallForDraft({ callSlug: '2020', now: NOW })).row,
      original: orThrow(await examineOriginal(held)).original,
    };
    const { contributionId } = orThrow(await beginFromFile(input));
    const stored = await db.draftSection.findMany({ where: { contributionId }, orderBy: { step: 'asc' } });
    expect(stored.map(({ step, version }) => [step, version])).toEqual(
      ['about', 'agreements/1', 'agreements/2', 'gaps', 'projects', 'signatory'].map((step) => [step, 1]),
    );
    expect(stored.find(({ step }) => step === 'gaps')?.data).toEqual({ text: TYPED['bpf:gaps/text'] });
    expect(stored.find(({ step }) => step === 'agreements/1')?.data).toMatchObject({
      ...{ kind: 'update', agreement: 'paris-call', baseVersion: 1 },
    });
    expect(await db.original.findMany({ where: { contributionId }, select: { name: true, size: true } })).toEqual([
      { name: 'a.docx', size: bytes.length },
    ]);
    expect(await beginFromFile(input)).toEqual({ ok: false, reason: 'held_file_gone' });
    expect(await db.heldFile.count()).toBe(0);
  });
});

describe('a document that was written without the form', () => {
  const essay = makeWord({
    body: ['A first thought.', 'A second one.', 'A third.'].map((text) => paragraph(text)).join(''),
  });

  it('is placed by hand, each part where a person puts it', async () => {
    const { notPlaced, answers, places } = await readingOf(essay);
    const units = unitsOf(notPlaced);
    expect(units.map(({ text, follows }) => [text, follows])).toEqual([
      ['A first thought.', false],
      ['A second one.', true],
      ['A third.', true],
    ]);
    const choose = (choices: Record<string, string>) =>
      confirmedAnswers({ answers, units, places, chosen: (field) => choices[field] ?? '' });
    expect(choose({})).toMatchObject({ sections: [], faults: [{ path: 'unit.0', code: 'place_needed' }] });
    expect(choose({ 'unit.0': 'bpf:gaps/text', 'unit.2': 'bpf:comments/text' })).toMatchObject({
      faults: [],
      sections: [
        { step: 'gaps', data: { text: 'A first thought.\n\nA second one.' } },
        { step: 'comments', data: { text: 'A third.' } },
      ],
    });
    expect(choose({ 'unit.0': 'aside', 'unit.1': 'bpf:about/email', 'unit.2': 'aside' }).faults).toEqual([]);
    expect(choose({ 'unit.0': 'aside' }).sections).toEqual([]);
    expect(choose({ rest: 'aside' })).toMatchObject({ sections: [], faults: [] });
    expect(
      choose({ 'unit.0': 'bpf:about/name', 'unit.1': 'bpf:about/name', 'unit.2': 'bpf:about/country' }).faults,
    ).toEqual([
      { path: 'unit.1', code: 'place_taken' },
      { path: 'unit.2', code: 'unknown_choice' },
    ]);
  });
});

describe('a held file', () => {
  const file = { name: 'Ünser Entwurf.docx', bytes: Buffer.from('the words of a contributor') };

  it('is read with its handle alone, and is not in the database in the clear', async () => {
    const handle = await holdFile(file);
    expect(await readHeldFile(handle)).toMatchObject(file);
    const [id = '', key = ''] = handle.split('.');
    const row = await db.heldFile.findUniqueOrThrow({ where: { id } });
    const stored = Buffer.from(row.content).toString('latin1');
    expect([stored.includes('words'), stored.includes('Entwurf'), JSON.stringify(row).includes(key)]).toEqual([
      ...[false, false, false],
    ]);
    const another = (await holdFile(file)).split('.')[1] ?? '';
    expect(await readHeldFile(`${id}.${another}`)).toBeNull();
    expect(await readHeldFile(`${id}.`)).toBeNull();
    await dropHeldFile(handle);
    expect(await readHeldFile(handle)).toBeNull();
  });

  it('is gone after an hour, and is removed by the hourly job', async () => {
    await db.heldFile.deleteMany();
    const handle = await holdFile({ ...file, now: NOW });
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    expect(await readHeldFile(handle, later(59))).toMatchObject(file);
    expect(await readHeldFile(handle, later(61))).toBeNull();
    await removeExpired(later(59));
    expect(await db.heldFile.count()).toBe(1);
    await removeExpired(later(61));
    expect(await db.heldFile.count()).toBe(0);
  });

  it('takes the place of the one that was held before', async () => {
    const first = await holdFile(file);
    await holdFile({ ...file, instead: first });
    expect(await readHeldFile(first)).toBeNull();
    expect(await db.heldFile.count()).toBe(1);
  });
});
