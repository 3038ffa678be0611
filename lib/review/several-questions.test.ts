import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCriteria, listAgreementNames } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import type { CallPage } from '@/lib/calls/calls';
import { diffBodies } from '@/lib/contributions/corrections/diff';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import { contributionPaper } from '@/lib/contributions/documents/contribution-paper';
import { contentOfSent } from '@/lib/contributions/documents/sent-content';
import { assemble, draftIssues } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { beginProposal, saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { namingIn, shownOfDraft } from '@/lib/contributions/drafts/draft-parts';
import { placeOf } from '@/lib/contributions/drafts/steps';
import { readSent } from '@/lib/contributions/sent';
import { submitContribution } from '@/lib/contributions/submission';
import { shownAnswers } from '@/lib/contributions/revision-content';
import { db } from '@/lib/platform/db/client';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readSubmissionCopy } from '@/lib/notifications/submission-copy';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { listProjects } from '@/lib/publication/projects';
import type { Shown } from '@/lib/questions/kind';
import { makeEditor } from '@/prisma/factories/people';
import { publish } from '@/prisma/factories/published';
import { makeQuestion } from '@/prisma/factories/questions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readForReview } from '@/lib/review/review-page/review-page';

useTestDatabase();

const questions = [
  makeQuestion('signatory', 'signed'),
  makeQuestion('signatory', 'planned'),
  makeQuestion('projects', 'running'),
  makeQuestion('projects', 'ended'),
  makeQuestion('proposals', 'missing'),
  makeQuestion('proposals', 'wrong'),
];
const words = wordsIn('en');
const slug = `t-${randomBytes(4).toString('hex')}`;
const project = (title: string) => ({ title, description: `About ${title}.`, link: '', agreements: [], criteria: [] });
const TYPED = {
  signed: { text: 'Signed.', agreements: ['gcsc'], notes: {}, others: [] },
  planned: { text: '', agreements: ['gcsc', 'paris-call'], notes: { gcsc: 'The successor.' }, others: [] },
  running: { text: '', projects: [project('Dialogues')] },
  ended: { text: '', projects: [project('Training'), project('Survey')] },
};

let call: CallPage;
let id: string;
let reference: string;

async function partsOf(contributionId: string): Promise<DraftPart[]> {
  const draft = await readDraft(contributionId, 'en');
  if (!draft) throw new Error('no draft');
  const sections = [...draft.sections].map(([key, { data }]) => ({ place: placeOf(key), data }));
  return [...draft.questionnaire.questions, null].flatMap((question) =>
    sections
      .filter(({ place }) => place.step === (question?.key ?? 'about'))
      .map(({ place, data }): DraftPart => {
        if (!question) return { ...place, section: { kind: 'about' }, data };
        if (place.position !== undefined)
          return { ...place, section: { kind: 'proposal', base: {}, criteria: [] }, data };
        return { ...place, section: { kind: question.kind, question }, data };
      }),
  );
}

async function save(key: string, data: object): Promise<void> {
  const { version = 0 } = (await readDraft(id, 'en'))?.sections.get(key) ?? {};
  const saved = await saveSection({ contributionId: id, key, expectedVersion: version, data });
  expect(saved.ok).toBe(true);
}

async function propose(step: string, name: string): Promise<void> {
  const begun = await beginProposal({ contributionId: id, step, target: { kind: 'new', name } });
  expect(begun).toEqual({ ok: true, position: 1 });
}

async function send() {
  const parts = await partsOf(id);
  const known = {
    questionnaire: { questions },
    criteria: [],
    agreements: (await listAgreementNames()).map((one) => one.slug),
    files: [],
  };
  expect(draftIssues(parts, known)).toEqual([]);
  return submitContribution({ callSlug: slug, draftId: id, input: { ...assemble(parts), consent: true } });
}

const titles = (shown: readonly Shown[]) =>
  shown.flatMap((part) => {
    if (part.piece === 'value') return part.values.map(({ text }) => text);
    if (part.piece === 'records') return part.items.map(({ title }) => title);
    return part.piece === 'names'
      ? part.items.map(({ agreement, name }) => agreement?.slug ?? name)
      : part.items.map(({ title }) => title);
  });
const APART = [
  ['signed', ['gcsc']],
  ['planned', ['gcsc', 'paris-call']],
  ['running', ['Dialogues']],
  ['ended', ['Training', 'Survey']],
  ['missing', []],
  ['wrong', []],
];

beforeAll(async () => {
  const like = await db.call.findUniqueOrThrow({ where: { slug: '2020' }, select: { texts: true } });
  await db.call.create({
    data: {
      slug,
      opensAt: new Date(0),
      closesAt: new Date('2100-01-01'),
      timeZone: 'UTC',
      acceptsLate: true,
      published: true,
      texts: like.texts ?? {},
      questionnaires: {
        create: {
          version: 1,
          publishedAt: new Date(),
          content: { en: { questions, about: { title: 'You', help: '' } } },
        },
      },
    },
  });
  const found = await readCall(slug, 'en');
  const begun = await startDraft({ callSlug: slug });
  if (!found || !begun.ok) throw new Error('no call');
  [call, id] = [found, begun.contributionId];
  for (const [key, data] of Object.entries(TYPED)) await save(key, data);
  await propose('missing', 'Harbour Accord');
  await propose('wrong', 'Valley Accord');
  await save('about', { attribution: 'anonymous', email: 'office@example.org' });
});

describe('two questions of each structured kind', () => {
  it('are apart on the check page before anything is sent', async () => {
    const dataset = { agreements: await listAgreementNames(), sets: await listCriteria() };
    const parts = await partsOf(id);
    const shown = questions.map((question) => {
      const data = parts.find(({ step, position }) => step === question.key && position === undefined)?.data;
      return [question.key, titles(shownOfDraft(question, data, { naming: namingIn(dataset), words, locale: 'en' }))];
    });
    expect(shown).toEqual(APART);
  });

  it('are apart on status page, desk, paper and in the mail once they are sent', async () => {
    const sent = await send();
    expect(sent).toMatchObject({ ok: true });
    reference = sent.ok ? sent.reference : '';
    const status = await readSent(id);
    if (!status) throw new Error('not sent');
    expect(
      shownAnswers(status.content, questions, { words, locale: 'en' }).map((one) => [
        one.question.key,
        titles(one.shown),
      ]),
    ).toEqual(APART);
    expect(status.proposals.map(({ question, changes }) => [question, changes[0]?.proposed.value])).toEqual([
      ['missing', 'Harbour Accord'],
      ['wrong', 'Valley Accord'],
    ]);

    const review = await readForReview(reference, await makeEditor(), 'en');
    expect(review?.answers.map(({ question, shown }) => [question.key, titles(shown)])).toEqual(APART);
    expect(review?.proposals.map(({ question }) => question)).toEqual(['missing', 'wrong']);
    expect(review?.questionTitles).toEqual(Object.fromEntries(questions.map(({ key }) => [key, key])));

    const content = contentOfSent(
      {
        locale: 'en',
        questionnaire: call.questionnaire.content,
        sent: status,
        group: null,
        language: null,
        sets: [],
        names: { agreements: {}, criteria: {} },
        files: [],
      },
      'author',
      words,
    );
    const paper = contributionPaper({
      locale: 'en',
      call,
      state: { kind: 'sent', reference, revision: 1, at: new Date(), withdrawn: false },
      content,
      words,
    });
    const onPaper = (key: string) => JSON.stringify(paper.sections.find((section) => section.id === key)?.blocks);
    expect([onPaper('running'), onPaper('ended')].map((text) => text.includes('Dialogues'))).toEqual([true, false]);
    expect([onPaper('missing'), onPaper('wrong')].map((text) => text.includes('Harbour Accord'))).toEqual([
      true,
      false,
    ]);

    const { parts } = await readSubmissionCopy(id, 1, 'en');
    expect(parts.map((part) => [part.signatures.length, part.projects.length, part.proposals.length])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [0, 1, 0],
      [0, 2, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  it('are apart in a correction, and the comparison names the question that changed', async () => {
    expect(await openCorrection({ contributionId: id })).toEqual({ ok: true });
    const reopened = await readDraft(id, 'en');
    expect(reopened?.sections.get('running')?.data).toMatchObject({ projects: [{ title: 'Dialogues' }] });
    expect(reopened?.sections.get('ended')?.data).toMatchObject({
      projects: [{ title: 'Training' }, { title: 'Survey' }],
    });
    expect([...(reopened?.sections.keys() ?? [])].filter((key) => key.includes('/'))).toEqual(['missing/1', 'wrong/1']);

    await save('ended', { text: '', projects: [project('Training')] });
    expect(await send()).toEqual({ ok: true, reference });
    const [before, after] = [await readSentBody(id, 1), await readSentBody(id, 2)];
    if (!before || !after) throw new Error('no revisions');
    const named = (key: string) => key;
    const wording = { questions, words, locale: 'en', agreement: named, criterion: named, cell: named, value: String };
    const found = diffBodies(before, after, wording).map(({ place, kind }) => `${place.question} ${kind}`);
    expect([...new Set(found)]).toEqual(['ended removed']);
  });

  it('are apart in the public answer, each entry with its question', async () => {
    await publish(reference);
    const read = await readContribution(reference, 'en');
    expect(read?.questions).toEqual(questions.map(({ key }) => ({ key, title: key })));
    expect(read?.signatories.map(({ question, agreement }) => [question, agreement?.slug])).toEqual([
      ['signed', 'gcsc'],
      ['planned', 'gcsc'],
      ['planned', 'paris-call'],
    ]);
    expect(read?.projects.map(({ question, title }) => [question, title])).toEqual([
      ['running', 'Dialogues'],
      ['ended', 'Training'],
    ]);
    expect(read?.proposals.map(({ question }) => question)).toEqual(['missing', 'wrong']);
    const listed = (await listProjects()).filter(({ contribution }) => contribution === reference);
    expect(listed.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Dialogues'],
      [2, 'Training'],
    ]);
  });

  it('are distinguished by the API’s “question”, which is the first one if left out', async () => {
    const api = (projects: object[]) => submitContribution({ callSlug: slug, input: { projects, consent: true } });
    const one = { title: 'Harvest', description: 'Text' };
    const sent = await api([one, { ...one, title: 'Winter', question: 'ended' }]);
    if (!sent.ok) throw new Error(sent.reason);
    const rows = await db.project.findMany({
      where: { revision: { contribution: { reference: sent.reference } } },
      orderBy: { position: 'asc' },
      select: { questionKey: true, title: true },
    });
    expect(rows).toEqual([
      { questionKey: 'running', title: 'Harvest' },
      { questionKey: 'ended', title: 'Winter' },
    ]);
    expect(await api([{ ...one, question: 'signed' }])).toMatchObject({
      ok: false,
      issues: [{ path: 'projects.0.question', code: 'unknown_question' }],
    });
  });
});
