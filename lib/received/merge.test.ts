import { describe, expect, it } from 'vitest';
import { listAgreementNames, listCodedAgreements, listCriteria, readDescriptions } from '@/lib/agreements/cells';
import { referenceNamesIn } from '@/lib/agreements/facts/reference-names';
import { readCall } from '@/lib/calls/calls';
import { draftFormPaper } from '@/lib/contributions/documents/draft-form';
import { readToday } from '@/lib/contributions/documents/agreements-today';
import { recordWordExport, shapeOfDraft } from '@/lib/contributions/documents/word-exports';
import { wordFile } from '@/lib/contributions/documents/word/file';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { examineOriginal } from '@/lib/contributions/originals';
import { orThrow } from '@/lib/platform/errors';
import { wordsIn } from '@/lib/platform/i18n/words';
import { codedSets } from '@/lib/questions/answer-places';
import { makeDraft, saveDraft, storedStep } from '@/prisma/factories/drafts';
import { partsOfDraft } from '@/prisma/factories/every-kind';
import { filledIn } from '@/prisma/factories/returned-files';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { confirmedAnswers } from './choices';
import { compareWithDraft, keyOf } from './differences';
import { holdFile } from './held-files';
import { mergeFile, MergedDraft } from './merge-into-draft';
import { openReceived } from './open-received';
import { readReceived } from './read-received';
import { unitsOf } from './units';

useTestDatabase();

const SECTIONS = {
  agreements: { text: '' },
  gaps: { text: 'The first gap.' },
  comments: { text: 'A comment of ours.' },
  projects: { text: '', projects: [{ title: 'Our project', description: 'It goes on.' }] },
  'agreements/1': { kind: 'update', agreement: 'paris-call', baseVersion: 1, comment: 'A note of ours' },
};

async function callOf2020() {
  const call = await readCall('2020', 'en');
  if (!call) throw new Error('no call');
  return call;
}

async function draftOf(id: string) {
  const draft = await readDraft(id, 'en');
  if (!draft) throw new Error('no draft');
  return draft;
}

/** The form of a draft, as the site hands it out now. */
async function formOf(id: string): Promise<Buffer> {
  const [call, parts, draft, sets] = [
    await callOf2020(),
    await partsOfDraft(id),
    await draftOf(id),
    await listCriteria(),
  ];
  return Buffer.from(
    await wordFile(
      draftFormPaper({
        ...{ locale: 'en', words: wordsIn('en'), call, parts, shape: shapeOfDraft(parts), at: new Date() },
        ...{ questionnaire: draft.questionnaire, annex: call.annex.map(({ slug }) => slug), address: null },
        ...{ agreements: await listCodedAgreements(), descriptions: await readDescriptions(), sets: codedSets(sets) },
        ...{ agreementsAddress: null, today: await readToday(parts) },
        names: referenceNamesIn({ agreements: await listAgreementNames(), sets }),
        export: orThrow(await recordWordExport(draft, parts, 'en')),
      }),
    ),
  );
}

async function readingOf(bytes: Buffer, drafts: string[]) {
  const { document } = orThrow(await openReceived({ name: 'a.docx', bytes }));
  return readReceived(document, { call: await callOf2020(), locale: 'en', drafts });
}

async function comparedWith(id: string, bytes: Buffer) {
  const reading = await readingOf(bytes, [id]);
  const { draft, export: made, answers, places } = reading;
  if (!draft || !made) throw new Error('another draft');
  return { reading, draft, compared: compareWithDraft(answers, { draft, made, places }) };
}

/** Returns a file as a person who chooses this, and confirms it. */
async function confirm({ id, bytes, choices = {} }: { id: string; bytes: Buffer; choices?: Record<string, string> }) {
  const { reading, draft, compared } = await comparedWith(id, bytes);
  const { places, notPlaced } = reading;
  const chosen = (field: string) => choices[field] ?? '';
  const merged = new MergedDraft(draft);
  const undecided = merged.apply(compared.differences, chosen);
  const { answers, faults } = confirmedAnswers({
    ...{ answers: compared.fresh, units: unitsOf(notPlaced), places, chosen },
    drafted: (place) => merged.valueAt(place),
  });
  if (undecided.length + faults.length > 0) return { undecided, faults };
  merged.put(answers);
  const heldId = (await holdFile({ name: 'a.docx', bytes })).split('.')[0] ?? '';
  const { original } = orThrow(await examineOriginal({ name: 'a.docx', bytes }));
  const begun = answers.filter(({ place }) => keyOf(place) === undefined);
  const save = () => mergeFile({ heldId, draft, merged, begun, places, original });
  return { save };
}

async function saved(input: Parameters<typeof confirm>[0]) {
  const { save } = await confirm(input);
  if (!save) throw new Error('not confirmed');
  return save();
}

const saidIn = (compared: ReturnType<typeof compareWithDraft>) =>
  compared.differences.map(({ places: [place], file, draft, changedSince }) => [
    place?.tag,
    draft.map(({ value }) => value),
    file.map(({ value }) => value),
    changedSince,
  ]);

describe('the form of a draft', () => {
  it('that comes back as it was says what the draft says, and nothing is left to place', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const { reading, compared } = await comparedWith(id, await formOf(id));
    expect([saidIn(compared), compared.fresh, reading.notPlaced, reading.warnings]).toEqual([[], [], [], []]);
    expect(compared.same).toBe(5);
  });

  it('goes into its draft with what is new, and without a question if the draft was not changed since', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const bytes = await filledIn(await formOf(id), {
      'bpf:gaps/text': 'The first gap, in better words.',
      'bpf:signatory/agreements=paris-call': 'x',
      'bpf:projects/projects/1/title': 'Another project',
      'bpf:agreements/p1/cells/launchDate/value': '2018-11',
      'bpf:agreements/n1/cells/name/value': 'A new pact',
    });
    const { compared } = await comparedWith(id, bytes);
    expect(saidIn(compared)).toEqual([
      ['bpf:gaps/text', ['The first gap.'], ['The first gap, in better words.'], false],
    ]);
    expect(await saved({ id, bytes })).toEqual({ ok: true });
    expect(await storedStep(id, 'gaps')).toEqual({ text: 'The first gap, in better words.' });
    expect(await storedStep(id, 'comments')).toEqual(SECTIONS.comments);
    expect(await storedStep(id, 'signatory')).toMatchObject({ agreements: ['paris-call'] });
    expect(await storedStep(id, 'projects')).toMatchObject({
      projects: [{ title: 'Our project' }, { title: 'Another project' }],
    });
    expect(await storedStep(id, 'agreements/1')).toMatchObject({
      ...{ agreement: 'paris-call', comment: 'A note of ours', cells: { launchDate: { value: '2018-11' } } },
    });
    expect(await storedStep(id, 'agreements/2')).toMatchObject({
      kind: 'new',
      cells: { name: { value: 'A new pact' } },
    });
    // The same file once more has nothing to say, and begins no second proposal.
    const again = await comparedWith(id, bytes);
    expect(saidIn(again.compared)).toEqual([]);
    expect(await saved({ id, bytes })).toEqual({ ok: true });
    expect(await storedStep(id, 'agreements/3')).toBeUndefined();
  });

  it('returned by two people with other answers loses none of them', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const form = await formOf(id);
    const first = await filledIn(form, {
      'bpf:gaps/text': 'As the first sees it.',
      'bpf:projects/projects/1/title': 'Project of the first',
    });
    const second = await filledIn(form, {
      'bpf:gaps/text': 'As the second sees it.',
      'bpf:projects/projects/1/title': 'Project of the second',
      'bpf:comments/text': 'A comment of the second.',
    });
    expect(await saved({ id, bytes: first })).toEqual({ ok: true });
    const { compared } = await comparedWith(id, second);
    expect(saidIn(compared)).toEqual([
      ['bpf:projects/projects/1/title', ['Project of the first'], ['Project of the second'], true],
      ['bpf:gaps/text', ['As the first sees it.'], ['As the second sees it.'], true],
      ['bpf:comments/text', ['A comment of ours.'], ['A comment of the second.'], false],
    ]);
    expect(await confirm({ id, bytes: second })).toMatchObject({
      undecided: [
        { path: 'difference.0', code: 'side_needed' },
        { path: 'difference.1', code: 'side_needed' },
      ],
    });
    const choices = { 'difference.0': 'both', 'difference.1': 'both', 'difference.2': 'draft' };
    expect(await saved({ id, bytes: second, choices })).toEqual({ ok: true });
    expect(await storedStep(id, 'gaps')).toEqual({ text: 'As the first sees it.\n\nAs the second sees it.' });
    expect(await storedStep(id, 'projects')).toMatchObject({
      projects: [{ title: 'Our project' }, { title: 'Project of the first' }, { title: 'Project of the second' }],
    });
    expect(await storedStep(id, 'comments')).toEqual(SECTIONS.comments);
  });

  it('that leaves empty what the draft says empties it only where a person chooses that', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const bytes = await filledIn(await formOf(id), { 'bpf:gaps/text': '', 'bpf:comments/text': 'Another comment.' });
    const { compared } = await comparedWith(id, bytes);
    expect(saidIn(compared)).toEqual([
      ['bpf:gaps/text', ['The first gap.'], [], false],
      ['bpf:comments/text', ['A comment of ours.'], ['Another comment.'], false],
    ]);
    expect(await saved({ id, bytes })).toEqual({ ok: true });
    expect([await storedStep(id, 'gaps'), await storedStep(id, 'comments')]).toEqual([
      SECTIONS.gaps,
      { text: 'Another comment.' },
    ]);
    expect(await saved({ id, bytes, choices: { 'difference.0': 'file' } })).toEqual({ ok: true });
    expect(await storedStep(id, 'gaps')).toEqual({ text: '' });
  });

  it('saves nothing where the draft was saved after the page was shown', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const bytes = await filledIn(await formOf(id), { 'bpf:gaps/text': 'Other words.', 'bpf:comments/text': 'More.' });
    const { save } = await confirm({ id, bytes });
    await saveDraft(id, 'comments', { text: 'Typed meanwhile.' });
    expect(await save?.()).toEqual({ ok: false, reason: 'held_file_changed' });
    expect([await storedStep(id, 'gaps'), await storedStep(id, 'comments')]).toEqual([
      SECTIONS.gaps,
      { text: 'Typed meanwhile.' },
    ]);
  });

  it('puts a text that was placed by hand after the one of the draft', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const bytes = await filledIn(await formOf(id), {}, ['A thought at the end of the file.']);
    expect(await saved({ id, bytes, choices: { 'unit.0': 'bpf:gaps/text' } })).toEqual({ ok: true });
    expect(await storedStep(id, 'gaps')).toEqual({ text: 'The first gap.\n\nA thought at the end of the file.' });
  });

  it('leads to a new draft without the private link, and to no more than the file says', async () => {
    const { id } = await makeDraft({ sections: SECTIONS });
    const bytes = await formOf(id);
    const reading = await readingOf(bytes, []);
    expect([reading.draft, reading.isOfOtherDraft, reading.notPlaced]).toEqual([null, true, []]);
    expect(reading.answers.map(({ place }) => place.tag)).toContain('bpf:agreements/p1/comment');
    const stranger = await readingOf(await strippedOfAgreement(bytes), []);
    expect(stranger.places.some(({ entry }) => entry?.position === 1)).toBe(false);
  });
});

/** The file of a person who knows the id of the export, and not the draft. */
async function strippedOfAgreement(bytes: Buffer): Promise<Buffer> {
  const { document } = orThrow(await openReceived({ name: 'a.docx', bytes }));
  return makeWord({ body: paragraph('Something else'), properties: document.properties });
}
