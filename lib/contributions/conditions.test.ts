import { describe, expect, it } from 'vitest';
import { readCall } from '@/lib/calls/calls';
import { db } from '@/lib/platform/db/client';
import type { Question } from '@/lib/questions/registry';
import type { Rule } from '@/lib/questions/rule';
import { makeCallAsking } from '@/prisma/factories/calls';
import { makeDraft } from '@/prisma/factories/drafts';
import { wordParts, makeZip } from '@/prisma/factories/files';
import { makeQuestion } from '@/prisma/factories/questions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { askedByDraft, assemble, draftIssues, partsToSend } from './drafts/assembly';
import type { DraftPart } from './drafts/assembly';
import { stepAfter, stepsOf } from './drafts/steps';
import { addFile } from './files/files';
import { readSent } from './sent';
import { shownAnswers } from './revision-content';
import { submitContribution } from './submission';
import { wordsIn } from '@/lib/platform/i18n/words';

useTestDatabase();

const isYes: Rule = { question: 'policy', operator: 'is', value: 'Yes' };
const questions: Question[] = [
  makeQuestion('text', 'policy'),
  { ...makeQuestion('text', 'age'), askedIf: [isYes] },
  { ...makeQuestion('projects', 'work'), askedIf: [{ question: 'age', operator: 'answered' }] },
  makeQuestion('text', 'other'),
];
const project = { title: 'Training', description: 'Courses.', link: '', agreements: [], criteria: [] };

describe('a submission to a call with rules', () => {
  const send = async (input: object) => {
    const { slug } = await makeCallAsking({ questions });
    const result = await submitContribution({ callSlug: slug, input: { ...input, consent: true } });
    return result.ok ? result.reference : result.issues?.map(({ path, code }) => `${path}: ${code}`);
  };

  it('is refused with answers to questions that are not asked, each named by its place', async () => {
    expect(await send({ answers: { policy: 'No', age: 'Two years' } })).toEqual(['answers.age: not_asked']);
    expect(await send({ answers: { policy: 'Yes' }, projects: [project] })).toEqual(['projects.0: not_asked']);
    expect(await send({ answers: { policy: 'No', age: 'Two years' }, projects: [project] })).toEqual([
      'answers.age: not_asked',
      'projects.0: not_asked',
    ]);
  });

  it('is stored with the answers to questions that are asked', async () => {
    expect(await send({ answers: { policy: 'Yes', age: 'Two years' }, projects: [project] })).toMatch(/^BPF-/);
    expect(await send({ answers: { policy: 'No', other: 'More' } })).toMatch(/^BPF-/);
  });

  it('shows the questions that were asked, and not those that the answers leave out', async () => {
    const reference = await send({ answers: { policy: 'No', other: 'More' } });
    const { id } = await db.contribution.findUniqueOrThrow({
      where: { reference: String(reference) },
      select: { id: true },
    });
    const sent = await readSent(id);
    expect(
      shownAnswers(sent!.content, questions, { words: wordsIn('en'), locale: 'en' }).map(
        ({ question }) => question.key,
      ),
    ).toEqual(['policy', 'other']);
  });
});

describe('a draft with an answer to a question that is not asked any more', () => {
  const partsOf = (typed: Record<string, object>): DraftPart[] => [
    ...questions.map((question): DraftPart => ({
      step: question.key,
      section: { kind: question.kind, question },
      data: typed[question.key],
    })),
    { step: 'about', section: { kind: 'about' }, data: { attribution: 'anonymous' } },
  ];
  const typed = { policy: { text: 'No' }, age: { text: 'Two years' }, work: { projects: [project] } };

  it('keeps it and sends the rest', () => {
    const parts = partsOf(typed);
    const asked = askedByDraft({ questions }, parts, []);
    expect(asked).toEqual(new Set(['policy', 'other']));
    const sending = partsToSend(parts, asked);
    expect(assemble(sending)).toMatchObject({ answers: { policy: 'No' }, projects: [] });
    expect(draftIssues(sending, { questionnaire: { questions }, criteria: [], agreements: [], files: [] })).toEqual([]);
  });

  it('sends it again when its rule holds again', () => {
    const parts = partsOf({ ...typed, policy: { text: 'yes' } });
    const asked = askedByDraft({ questions }, parts, []);
    expect(assemble(partsToSend(parts, asked))).toMatchObject({
      answers: { policy: 'yes', age: 'Two years' },
      projects: [{ title: 'Training' }],
    });
  });

  it('leaves its step out of the way through the form', () => {
    const asked = new Set(['policy', 'other']);
    expect(stepsOf({ questions }, asked)).toEqual(['policy', 'other', 'about', 'check']);
    expect(stepAfter('policy', { questions }, asked)).toBe('other');
    expect(stepAfter('age', { questions }, asked)).toBe('other');
    expect(stepAfter('other', { questions }, asked)).toBe('about');
    expect(stepAfter('about', { questions }, asked)).toBe('check');
  });

  it('leaves the files of such a question out of what is sent', async () => {
    const { slug } = await makeCallAsking({ questions });
    const { id } = await makeDraft({ call: slug });
    for (const questionKey of ['policy', 'age'])
      await addFile({ contributionId: id, questionKey, name: 'annex.docx', bytes: makeZip(wordParts) });
    const input = { answers: { policy: 'No', other: 'More' }, consent: true };
    const result = await submitContribution({ callSlug: slug, draftId: id, input });
    expect(result.ok).toBe(true);
    const sent = await db.revisionAttachment.findMany({
      where: { attachment: { contributionId: id } },
      select: { attachment: { select: { questionKey: true } } },
    });
    expect(sent.map(({ attachment }) => attachment.questionKey)).toEqual(['policy']);
  });
});

it('reads a question with rules as it was stored', async () => {
  const { slug } = await makeCallAsking({ questions });
  const call = await readCall(slug, 'en');
  expect(call?.questionnaire.content.questions[1]).toMatchObject({ key: 'age', askedIf: [isYes] });
});
