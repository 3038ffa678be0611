import { describe, expect, it } from 'vitest';
import { submitContribution } from '@/lib/contributions/submission';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { db } from '@/lib/platform/db/client';
import type { Question } from '@/lib/questions/registry';
import { makeCallAsking, publishVersion } from '@/prisma/factories/calls';
import { makeDraft } from '@/prisma/factories/drafts';
import { makeQuestion } from '@/prisma/factories/questions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import type { DraftPart } from './assembly';
import { saveSection } from './drafts';
import { takeNewVersion, versionChanges } from './new-version';
import { readDraft } from './stored-draft';

useTestDatabase();

const first: Question[] = [makeQuestion('text', 'policy'), makeQuestion('text', 'age'), makeQuestion('text', 'other')];
const second: Question[] = [
  { ...makeQuestion('text', 'policy'), title: 'Do you have a written policy?' },
  makeQuestion('projects', 'work'),
  {
    ...makeQuestion('text', 'other', { maxLength: 100 }),
    askedIf: [{ question: 'policy', operator: 'is', value: 'Yes' }],
  },
];

async function begin(sections: Record<string, object> = {}) {
  const { slug } = await makeCallAsking({ questions: first });
  const { id } = await makeDraft({ call: slug, sections });
  const from = (await versionOf(id)).questionnaireId;
  const to = await publishVersion(slug, { questions: second });
  return { slug, id, from, to };
}

const versionOf = (id: string) =>
  db.contribution.findUniqueOrThrow({ where: { id }, select: { questionnaireId: true, status: true } });

describe('what a newer version would change', () => {
  const compare = (typed: Record<string, string>) => {
    const parts = first.map((question): DraftPart => ({
      step: question.key,
      section: { kind: question.kind, question },
      data: { text: typed[question.key] },
    }));
    const about = { title: 'About you', help: '' };
    const changes = versionChanges({
      before: { questions: first, about },
      after: { questions: second, about },
      parts,
      answered: new Set(Object.keys(typed)),
      files: [],
    });
    return {
      added: changes.added.map(({ key }) => key),
      reworded: changes.reworded.map(({ after }) => after.key),
      gone: changes.gone.map(({ question, answered }) => `${question.key} ${answered}`),
      unfit: changes.unfit.map(({ question, why, faults }) => [question.key, why, ...faults.map((one) => one.message)]),
    };
  };

  it('names new, reworded and dropped questions, and says which dropped one is answered', () => {
    expect(compare({ age: 'Two years' })).toMatchObject({ added: ['work'], reworded: ['policy'], gone: ['age true'] });
    expect(compare({}).gone).toEqual(['age false']);
  });

  it('names the answers that it would refuse or not ask for', () => {
    expect(compare({ policy: 'Yes', other: 'x'.repeat(101) }).unfit).toEqual([['other', 'faults', 'too_long:100']]);
    expect(compare({ policy: 'No', other: 'Short' }).unfit).toEqual([['other', 'not_asked']]);
    expect(compare({ policy: 'Yes', other: 'Short' }).unfit).toEqual([]);
  });
});

describe('a draft whose call has a newer version', () => {
  it('stays on its version until its contributor takes the new one, and keeps what is typed', async () => {
    const { id, from, to } = await begin({ policy: { text: 'Yes' }, age: { text: 'Two years' } });
    expect((await readDraft(id, 'en'))?.questionnaire.questions.map(({ key }) => key)).toEqual([
      'policy',
      'age',
      'other',
    ]);
    expect(await takeNewVersion({ contributionId: id, from, to })).toEqual({ ok: true });
    const draft = await readDraft(id, 'en');
    expect(draft?.questionnaire.questions.map(({ key }) => key)).toEqual(['policy', 'work', 'other']);
    expect([...(draft?.sections ?? [])].map(([key, { data, version }]) => [key, data, version])).toEqual([
      ['age', { text: 'Two years' }, 2],
      ['policy', { text: 'Yes' }, 2],
    ]);
  });

  it('is taken there once: the second press changes nothing', async () => {
    const { id, from, to } = await begin({ policy: { text: 'Yes' } });
    expect(await takeNewVersion({ contributionId: id, from, to })).toEqual({ ok: true });
    expect(await takeNewVersion({ contributionId: id, from, to })).toEqual({ ok: true });
    expect((await readDraft(id, 'en'))?.sections.get('policy')?.version).toBe(2);
  });

  it('is not taken to a version that was replaced since the page was opened', async () => {
    const { slug, id, from, to } = await begin();
    await publishVersion(slug, { questions: first });
    expect(await takeNewVersion({ contributionId: id, from, to })).toEqual({ ok: false, reason: 'stale' });
    expect((await versionOf(id)).questionnaireId).toBe(from);
  });

  it('refuses a page of the former version that would save over it', async () => {
    const { id, from, to } = await begin({ policy: { text: 'Yes' } });
    await takeNewVersion({ contributionId: id, from, to });
    const saved = await saveSection({ contributionId: id, key: 'policy', expectedVersion: 1, data: { text: 'No' } });
    expect(saved).toMatchObject({ ok: false, reason: 'saved_elsewhere', current: { data: { text: 'Yes' } } });
  });
});

describe('what was submitted', () => {
  it('stays on its version, also while it is corrected', async () => {
    const { slug, id, from, to } = await begin();
    const sent = await submitContribution({
      callSlug: slug,
      draftId: id,
      input: { answers: { policy: 'Yes' }, consent: true },
    });
    expect(sent.ok).toBe(true);
    expect(await takeNewVersion({ contributionId: id, from, to })).toEqual({ ok: false, reason: 'already_submitted' });
    expect((await openCorrection({ contributionId: id })).ok).toBe(true);
    expect(await takeNewVersion({ contributionId: id, from, to })).toEqual({ ok: false, reason: 'already_submitted' });
    expect((await versionOf(id)).questionnaireId).toBe(from);
  });
});

describe('at the same moment', () => {
  it('a submission and a change of version leave one whole contribution', async () => {
    for (let round = 0; round < rounds(4, 100); round += 1) {
      const { slug, id, from, to } = await begin({ age: { text: 'Two years' } });
      const input = { answers: { age: 'Two years' }, consent: true };
      const [sent, taken] = await Promise.all([
        submitContribution({ callSlug: slug, draftId: id, input }),
        takeNewVersion({ contributionId: id, from, to }),
      ]);
      const { questionnaireId, status } = await versionOf(id);
      expect([sent.ok, taken.ok, status, questionnaireId]).toEqual(
        sent.ok ? [true, false, 'submitted', from] : [false, true, 'draft', to],
      );
    }
  });

  it('a publication of a version, a save and a change of version lose no typed word', async () => {
    for (let round = 0; round < rounds(4, 100); round += 1) {
      const { slug, id, from, to } = await begin({ policy: { text: 'Yes' } });
      const [, saved, taken] = await Promise.all([
        publishVersion(slug, { questions: first }),
        saveSection({ contributionId: id, key: 'policy', expectedVersion: 1, data: { text: 'Typed now' } }),
        takeNewVersion({ contributionId: id, from, to }),
      ]);
      const draft = await readDraft(id, 'en');
      const stored = draft?.sections.get('policy')?.data;
      // Refused, the words are still on the page with what is stored now.
      expect(stored).toEqual({ text: saved.ok ? 'Typed now' : 'Yes' });
      expect(draft?.questionnaireId).toBe(taken.ok ? to : from);
    }
  });
});
