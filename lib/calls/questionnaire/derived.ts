import { wordsIn } from '@/lib/platform/i18n/words';
import { sentenceOf } from '@/lib/questions/condition';
import { kindOf } from '@/lib/questions/registry';
import { keysOf } from './content';
import type { OpenDraft } from './drafts';
import { faultsOf } from './faults';
import type { Fault } from './faults';
import { shownDraft } from './parsed';

/** What the editor shows beside the fields, by id. */
export type Derived = {
  /** The keys as they would be published now. */
  keys: Record<'questions' | 'sections' | 'audiences', Record<string, string>>;
  /** The condition of a question as a sentence. */
  conditions: Record<string, string>;
  /** The answers that a rule about a question can name; a question without an entry takes any text. */
  choices: Record<string, readonly { value: string; label: string }[]>;
  faults: Fault[];
};

/** Computed anew after each save, because it needs the words and names that only the server has. */
export function derivedFrom({ typed, published }: Pick<OpenDraft, 'typed' | 'published'>): Derived {
  const keys = new Set(published.keys());
  const { questionnaire, byId } = shownDraft(typed, keys);
  const words = wordsIn('en');
  const named = keysOf(typed, keys);
  return {
    keys: {
      questions: Object.fromEntries(named.questions),
      sections: Object.fromEntries(named.sections),
      audiences: Object.fromEntries(named.audiences),
    },
    conditions: Object.fromEntries(
      [...byId].flatMap(([id, question]) => {
        const sentence = sentenceOf(question, questionnaire.questions, words);
        return sentence === null ? [] : [[id, sentence] as const];
      }),
    ),
    choices: Object.fromEntries(
      [...byId].flatMap(([id, question]) => {
        const choices = kindOf(question).comparison?.choices(question, words);
        return choices ? [[id, choices] as const] : [];
      }),
    ),
    faults: faultsOf(typed, published),
  };
}
