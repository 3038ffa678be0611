import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { questionnaire, seedCall } from '@/lib/calls/schema';
import { anyQuestionnaire } from '@/prisma/factories/questionnaires';
import { rounds } from '@/prisma/factories/thoroughness';
import { contentOf } from './content';
import { faultsOf } from './faults';
import { shownDraft } from './parsed';
import { portableOf, readPortable } from './portable';
import { readTyped, typedFrom } from './typed-questionnaire';

const NONE = new Map<string, string>();

describe('a questionnaire in the fields of the editor', () => {
  it('is the same questionnaire when it is read again, for every kind and setting', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (content) => {
        const typed = typedFrom(content);
        expect(questionnaire.parse(contentOf(typed))).toEqual(content);
        expect(readTyped(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
        expect(faultsOf(typed, NONE).filter(({ about }) => about !== 'settings')).toEqual([]);
        expect(shownDraft(typed).questionnaire.questions).toEqual(content.questions);
      }),
      { numRuns: rounds(15, 500) },
    );
  });

  it('is the same questionnaire after an export and an import', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (content) => {
        expect(readPortable(JSON.stringify(portableOf(content)))).toEqual({ ok: true, content });
      }),
      { numRuns: rounds(20, 300) },
    );
  });

  it('is that of the call of 2020, byte for byte, if nothing is changed', () => {
    const [call] = z.array(seedCall).parse(JSON.parse(readFileSync('prisma/data/calls.json', 'utf8')));
    const content = call?.questionnaires[0]?.content.en;
    if (!content) throw new Error('The call of 2020 has no questionnaire');
    expect(questionnaire.parse(contentOf(typedFrom(content)))).toEqual(content);
  });

  it('reads anything without an error, and keeps what fits', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(readTyped(readTyped(input))).toEqual(readTyped(input));
      }),
      { numRuns: rounds(100, 1_000) },
    );
    expect(readTyped({ questions: [{ title: 'Why?', kind: 'text' }, 7] }).questions).toMatchObject([
      { title: 'Why?', kind: 'text' },
      { title: '' },
    ]);
  });
});

describe('the key of a question', () => {
  const typed = readTyped({
    questions: [
      { id: 'q1', kind: 'text', title: 'What are the 3 gaps?' },
      { id: 'q2', kind: 'text', title: 'What are the 3 gaps?' },
      { id: 'q3', kind: 'text', key: 'own', title: 'Anything' },
      { id: 'published', kind: 'text', key: 'renamed', title: 'Published' },
      { id: 'q4', kind: 'text', title: '3 gaps' },
    ],
  });

  it('is made of the title if none is typed, and fixed once it is published', () => {
    expect(contentOf(typed, new Set(['published'])).questions.map(({ key }) => key)).toEqual([
      'what-are-the-3-gaps',
      'what-are-the-3-gaps-2',
      'own',
      'published',
      'question-3-gaps',
    ]);
  });
});
