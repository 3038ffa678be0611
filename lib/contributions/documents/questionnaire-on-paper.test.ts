import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '@/lib/calls/schema';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { wordsIn } from '@/lib/platform/i18n/words';
import { makeQuestion } from '@/prisma/factories/questions';
import { blankCallPaper } from './blank-call';
import { contributionPaper } from './contribution-paper';
import { contentOfDraft } from './draft-content';
import { saidIn } from './read-word';

const words = wordsIn('en');
const texts = {
  title: 'A call',
  summary: '.',
  introduction: ['.'],
  instructions: ['.'],
  afterwards: ['.'],
  reading: [],
};
const questionnaire: Questionnaire = {
  sections: [
    { key: 'general', title: 'General section', help: 'For all contributors.' },
    { key: 'special', title: 'Special section', help: '' },
  ],
  questions: [
    { ...makeQuestion('text', 'policy'), section: 'general', number: 'A.1' },
    {
      ...makeQuestion('text', 'age'),
      section: 'special',
      number: 'B.1',
      askedIf: [{ question: 'policy', operator: 'is', value: 'Yes' }],
    },
    { ...makeQuestion('text', 'other'), section: 'special', number: 'B.2' },
  ],
  about: { title: 'About you', help: '' },
};

describe('the blank paper of a call', () => {
  it('has sections, numbers of their own and rules in words', async () => {
    const { text, xml } = await saidIn(
      blankCallPaper({
        locale: 'en',
        call: {
          slug: 'a',
          title: texts.title,
          closesAt: '2030-01-01T00:00:00Z',
          timeZone: 'UTC',
          acceptsLate: false,
          acceptsFiles: true,
          texts,
          questionnaire: { version: 1, content: questionnaire },
          annex: [],
        },
        agreements: [],
        sets: [],
        addresses: { form: 'https://bpf.example.org/form', agreements: 'https://bpf.example.org/agreements' },
        words,
      }),
    );
    const at = (part: string) => text.indexOf(part);
    expect(at('General section')).toBeGreaterThan(-1);
    expect(at('For all contributors.')).toBeGreaterThan(at('General section'));
    expect(at('Question A.1')).toBeGreaterThan(at('For all contributors.'));
    expect(at('Special section')).toBeGreaterThan(at('Question A.1'));
    expect(at('Question B.1')).toBeGreaterThan(at('Special section'));
    expect(text).toContain('Asked only if the answer to question A.1 (“policy”) is “Yes”.');
    expect(xml.match(/w:val="Chapter"/g)).toHaveLength(2);
  });
});

async function draftOnPaper(typed: Record<string, string>, language = '') {
  const parts: DraftPart[] = [
    ...questionnaire.questions.map((question): DraftPart => ({
      step: question.key,
      section: { kind: question.kind, question },
      data: { text: typed[question.key] },
    })),
    { step: 'about', section: { kind: 'about' }, data: { attribution: 'anonymous', language } },
  ];
  const asked = new Set(questionnaire.questions.map(({ key }) => key).filter((key) => key !== 'age'));
  const source = {
    locale: 'en' as const,
    questionnaire,
    asked,
    parts,
    agreements: [],
    sets: [],
    names: { agreements: {}, criteria: {} },
    today: new Map(),
    files: [],
    faults: new Map(),
  };
  const paper = contributionPaper({
    locale: 'en',
    call: { slug: 'a', texts, closesAt: new Date(0), timeZone: 'UTC' },
    state: { kind: 'draft', at: new Date(0), reference: null },
    content: contentOfDraft(source, 'author', words),
    words,
  });
  return { paper, ...(await saidIn(paper)) };
}

describe('a draft on paper', () => {
  it('leaves out a question that is not asked, and begins its section with the next one', async () => {
    const { paper, text } = await draftOnPaper({ policy: 'No', age: 'kept in the draft' });
    expect(paper.sections.map(({ id, chapter, eyebrow }) => [id, chapter?.title, eyebrow])).toEqual([
      ['policy', 'General section', 'Question A.1'],
      ['other', 'Special section', 'Question B.2'],
      ['about', undefined, undefined],
    ]);
    expect(text).not.toContain('kept in the draft');
  });

  it('sets every paragraph of a language from right to left, also one that begins with a Latin name', async () => {
    const typed = { policy: 'MANRS هي مبادرة\n\n- MANRS\n- ثانيا' };
    const bidi = async (language: string) =>
      ((await draftOnPaper(typed, language)).xml.match(/<w:bidi\/>/g) ?? []).length;
    expect([await bidi('ar'), await bidi('')]).toEqual([3, 1]);
  });
});
