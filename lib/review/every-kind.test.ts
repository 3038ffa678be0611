import { beforeAll, describe, expect, it } from 'vitest';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { diffBodies } from '@/lib/contributions/corrections/diff';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { contributionPaper } from '@/lib/contributions/documents/contribution-paper';
import { contentOfDraft } from '@/lib/contributions/documents/draft-content';
import { saidIn } from '@/lib/contributions/documents/read-word';
import { draftIssues } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { namingIn, shownOfDraft } from '@/lib/contributions/drafts/draft-parts';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { listDraftFiles } from '@/lib/contributions/files/files';
import { shownAnswers } from '@/lib/contributions/revision-content';
import { readSent } from '@/lib/contributions/sent';
import { submitContribution } from '@/lib/contributions/submission';
import { readSubmissionCopy } from '@/lib/notifications/submission-copy';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readCallAnswers } from '@/lib/publication/answers/call-answers';
import { answersTable, recordsTable } from '@/lib/publication/answers/tables';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { kindOf } from '@/lib/questions/registry';
import {
  EVERY_KIND,
  makeCallWith,
  makeDraftOfEveryKind,
  partsOfDraft,
  sendDraft,
  textOf,
} from '@/prisma/factories/every-kind';
import type { KindCase } from '@/prisma/factories/every-kind';
import { saveDraft } from '@/prisma/factories/drafts';
import { makeEditor } from '@/prisma/factories/people';
import { publish } from '@/prisma/factories/published';
import { makeQuestion } from '@/prisma/factories/questions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listQueue } from '@/lib/review/queue/queue';
import { queueFilter } from '@/lib/review/queue/schema';
import { readForReview } from '@/lib/review/review-page/review-page';

useTestDatabase();

const words = wordsIn('en');
const questions = EVERY_KIND.map(({ question }) => question);
/** Proposals are shown beside the dataset, by parts of their own. */
const ANSWERS = EVERY_KIND.filter(({ question }) => !kindOf(question).entries);

let slug: string;
let id: string;
let reference: string;

async function knownHere() {
  const sets = await listCriteria();
  return {
    questionnaire: { questions },
    criteria: sets.flatMap((set) => set.criteria.map(({ key }) => key)),
    agreements: (await listAgreementNames()).map((one) => one.slug),
    files: await listDraftFiles(id),
  };
}

/** Finds each answer in an output: by its question, what it says there. */
function expectEach(cases: readonly KindCase[], outputOf: (one: KindCase) => unknown) {
  for (const one of cases) {
    const output = typeof outputOf(one) === 'string' ? String(outputOf(one)) : JSON.stringify(outputOf(one));
    for (const said of one.said)
      expect([one.question.key, output]).toEqual([one.question.key, expect.stringContaining(said)]);
  }
}

beforeAll(async () => {
  slug = await makeCallWith(questions);
  ({ id } = await makeDraftOfEveryKind(slug));
});

describe('a questionnaire that holds every kind twice', () => {
  it('has no fault in its draft, and shows each answer on the check page', async () => {
    const parts = await partsOfDraft(id);
    expect(draftIssues(parts, await knownHere())).toEqual([]);
    const naming = namingIn({ agreements: await listAgreementNames(), sets: await listCriteria() });
    expectEach(
      ANSWERS.filter(({ question }) => question.kind !== 'text'),
      ({ question }) =>
        shownOfDraft(question, parts.find(({ step }) => step === question.key)?.data, { naming, words, locale: 'en' }),
    );
  });

  it('is on the paper of a draft, and in its Word file', async () => {
    const call = await readCall(slug, 'en');
    if (!call) throw new Error('no call');
    const content = contentOfDraft(
      {
        locale: 'en',
        questionnaire: call.questionnaire.content,
        asked: new Set(questions.map(({ key }) => key)),
        parts: await partsOfDraft(id),
        agreements: await listAgreementNames(),
        sets: await listCriteria(),
        names: { agreements: {}, criteria: {} },
        today: new Map(),
        files: (await listDraftFiles(id)).map(({ questionKey, name }) => ({ questionKey, name })),
        faults: new Map(),
      },
      'author',
      words,
    );
    const state = { kind: 'draft' as const, at: new Date(), reference: null };
    const paper = contributionPaper({ locale: 'en', call, state, content, words });
    expectEach(EVERY_KIND, ({ question }) => paper.sections.find((section) => section.id === question.key)?.blocks);
    const { text } = await saidIn(paper);
    expectEach(EVERY_KIND, () => text);
    for (const { question } of EVERY_KIND) expect(text).toContain(textOf(question));
  });

  it('is asked on the blank paper, with all choices', async () => {
    const call = await readCall(slug, 'en');
    if (!call) throw new Error('no call');
    const paper = blankCallPaper({
      locale: 'en',
      call: { ...call, title: call.texts.title, closesAt: call.closesAt?.toISOString() ?? null },
      agreements: [],
      sets: [],
      addresses: { form: 'https://example.org/form', agreements: 'https://example.org/agreements' },
      words,
    });
    const { text } = await saidIn(paper);
    for (const question of questions) {
      expect(text).toContain(question.title);
      for (const { label } of kindOf(question).comparison?.choices(question, words) ?? [])
        expect(text).toContain(label);
    }
    expect(text).toContain('What happened');
  });

  it('is sent, and shown on the status page, at the desk and in the mail', async () => {
    reference = await sendDraft(id, slug);
    const status = await readSent(id);
    if (!status) throw new Error('not sent');
    const shown = shownAnswers(status.content, questions, { words, locale: 'en' });
    expectEach(ANSWERS, ({ question }) => shown.find((one) => one.question.key === question.key));
    const review = await readForReview(reference, await makeEditor(), 'en');
    expectEach(ANSWERS, ({ question }) => review?.answers.find((one) => one.question.key === question.key));
    const { parts } = await readSubmissionCopy(id, 1, 'en');
    expectEach(EVERY_KIND, ({ question }) => parts.find(({ title }) => title === question.title));
  });

  it('is found by the desk’s search, by the words of its values too', async () => {
    const wanted = EVERY_KIND.flatMap(({ question, said }) => [textOf(question), ...said]).filter(
      (text) => !/^https?:/.test(text),
    );
    for (const text of wanted) {
      const { rows } = await listQueue(queueFilter.parse({ q: `"${text}"`, call: slug }));
      expect([text, rows.map((row) => row.reference)]).toEqual([text, [reference]]);
    }
  });

  it('is public after publication, as page and API give it', async () => {
    await publish(reference);
    const read = await readContribution(reference, 'en');
    expectEach(EVERY_KIND, () => read);
    for (const { question, value } of EVERY_KIND.filter((one) => one.value !== undefined))
      expect(read?.answers.find((answer) => answer.question === question.key)?.value).toEqual(value);
    for (const { question } of EVERY_KIND.filter(({ question: { kind } }) => kind === 'file')) {
      expect(read?.answers.find((answer) => answer.question === question.key)?.files).toBe(1);
      expect(JSON.stringify(read)).not.toContain(`${question.key}.pdf`);
    }
  });

  it('is in the tables of answers, each in its columns', async () => {
    const answers = await readCallAnswers(slug, 'en');
    if (!answers) throw new Error('no answers');
    const { columns, rows } = answersTable(answers, words);
    expect(rows).toHaveLength(1);
    for (const { question, cells = [] } of EVERY_KIND) {
      const own = columns.flatMap(({ name }, at) =>
        name === question.key || name.startsWith(`${question.key}.`) ? [rows[0]?.[at]] : [],
      );
      expect([question.key, own.filter((cell) => cell !== undefined)]).toEqual([
        question.key,
        [...cells, textOf(question)],
      ]);
    }
    const records = recordsTable(answers, 'records2', words);
    expect(records?.rows.map((row) => row.slice(8, 11))).toEqual([
      [1, 'First thing records2', '2019-07'],
      [2, 'Second thing records2', undefined],
    ]);
    expect(recordsTable(answers, 'text1', words)).toBeNull();
  });

  it('names what a correction changed, question by question', async () => {
    const { id: corrected } = await makeDraftOfEveryKind(slug);
    const sent = await sendDraft(corrected, slug);
    expect(await openCorrection({ contributionId: corrected })).toEqual({ ok: true });
    const reopened = await readDraft(corrected, 'en');
    for (const { question, typed } of ANSWERS)
      expect([question.key, reopened?.sections.get(question.key)?.data]).toEqual([
        question.key,
        kindOf(question).typed.parse({ ...kindOf(question).typed.parse(typed), ...prefilled(question, typed) }),
      ]);
    await saveDraft(corrected, 'choice1', {
      text: textOf(makeQuestion('text', 'choice1')),
      value: { choice: 'second', other: '' },
    });
    await saveDraft(corrected, 'records2', { text: 'records2words', records: [{ what: 'Second thing records2' }] });
    expect(await sendDraft(corrected, slug)).toBe(sent);
    const [before, after] = [await readSentBody(corrected, 1), await readSentBody(corrected, 2)];
    if (!before || !after) throw new Error('no revisions');
    const named = (key: string) => key;
    const wording = { questions, words, locale: 'en', agreement: named, criterion: named, cell: named, value: String };
    const found = diffBodies(before, after, wording);
    expect([...new Set(found.map(({ place }) => place.question))]).toEqual(['choice1', 'records2']);
    expect(found[0]).toMatchObject({ kind: 'changed', place: { label: 'choice1' } });
    expect(found.slice(1).every(({ kind }) => kind === 'removed')).toBe(true);
  });
});

/** What a correction fills in of a sent value. */
function prefilled(question: KindCase['question'], typed: object): object {
  const kind = kindOf(question);
  return kind.value
    ? kind.prefill(kind.value.schema(question).parse(kind.sent(kind.typed.parse(typed), question)), question)
    : {};
}

describe('a required question', () => {
  it('is asked for when the contribution is sent, never while it is a draft', async () => {
    const needed = EVERY_KIND.map(({ question }) => ({ ...question, required: true }));
    const call = await makeCallWith(needed);
    const refused = await submitContribution({ callSlug: call, input: { answers: { text1: 'Some' }, consent: true } });
    expect(refused.ok ? [] : refused.issues?.filter(({ code }) => code === 'required').map(({ path }) => path)).toEqual(
      needed.flatMap((question) => {
        if (question.key === 'text1') return [];
        const { list, value, files } = kindOf(question);
        if (files) return [];
        return list ? [list.name] : [`${value ? 'values' : 'answers'}.${question.key}`];
      }),
    );
    const parts = needed.map((question): DraftPart => ({
      step: question.key,
      section: { kind: question.kind, question },
      data: undefined,
    }));
    const about: DraftPart = { step: 'about', section: { kind: 'about' }, data: { attribution: 'anonymous' } };
    const issues = draftIssues([...parts, about], {
      ...(await knownHere()),
      questionnaire: { questions: needed },
      files: [],
    });
    expect(issues.map(({ step }) => step)).toEqual(needed.map(({ key }) => key));
    expect(new Set(issues.map(({ message }) => message))).toEqual(new Set(['required', 'file_required']));
  });

  it('of the kind file is not answered by a program, which can send none', async () => {
    const call = await makeCallWith([
      makeQuestion('file', 'papers', { required: true }),
      makeQuestion('text', 'words'),
    ]);
    const sent = await submitContribution({ callSlug: call, input: { answers: { words: 'Some' }, consent: true } });
    expect(sent).toMatchObject({ ok: false, issues: [{ path: 'files.papers', code: 'file_required' }] });
  });
});

describe('what a program sends', () => {
  it('is refused value by value, each with its place', async () => {
    const sent = await submitContribution({
      callSlug: slug,
      input: {
        values: {
          choice1: { choice: 'nowhere' },
          number1: 12.5,
          records1: [{ what: 'A', accords: ['no-such-accord'], norms: ['no-such-norm'] }],
          yesno1: 'yes',
          nothing: 1,
        },
        consent: true,
      },
    });
    expect(sent.ok ? [] : sent.issues?.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'values.choice1.choice: unknown_choice',
      'values.yesno1: unknown_choice',
      'values.number1: not_a_whole_number',
      'values: unknown_field',
    ]);
    const names = (records1: object[]) =>
      submitContribution({ callSlug: slug, input: { values: { records1 }, consent: true } });
    expect(await names([{ what: 'A', norms: ['no-such-norm'] }])).toMatchObject({
      issues: [{ path: 'values.records1.0.norms.0', code: 'unknown_criterion' }],
    });
    expect(await names([{ what: 'A', accords: ['no-such-accord'] }])).toMatchObject({
      issues: [{ path: 'values.records1.0.accords.0', code: 'unknown_agreement' }],
    });
  });
});
