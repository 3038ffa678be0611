import { questionnaire } from '@/lib/calls/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import { cutText } from '@/lib/platform/text/cut-text';
import { question as questionSchema } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { contentOf } from './content';
import type { TypedQuestionnaire } from './typed-questionnaire';

/** The questions of a draft that are complete enough to be shown, by their ids. */
export type ShownDraft = {
  questionnaire: Pick<Questionnaire, 'sections' | 'audiences' | 'about'> & { questions: Question[] };
  byId: Map<string, Question>;
};

const UNTITLED = 'Untitled question';

/**
 * A draft as its form would show it now. A missing title is filled in; a question that its kind can't show yet is left
 * out.
 */
export function shownDraft(typed: TypedQuestionnaire, published?: ReadonlySet<string>): ShownDraft {
  const content = contentOf(typed, published);
  const byId = new Map<string, Question>();
  content.questions.forEach((candidate, at) => {
    const id = typed.questions[at]?.id;
    const shown = id === undefined ? undefined : shownQuestion(candidate);
    if (id !== undefined && shown) byId.set(id, shown);
  });
  const whole = questionnaire.omit({ questions: true }).safeParse({
    ...content,
    questions: undefined,
    about: { ...content.about, title: content.about.title || 'About you' },
  });
  const groups = whole.success ? whole.data : { about: { title: 'About you', help: '' } };
  return { questionnaire: { ...groups, questions: [...byId.values()] }, byId };
}

function shownQuestion(candidate: Record<string, unknown>): Question | undefined {
  const titleOf = (name: string, most: number) => {
    const given = candidate[name];
    return cutText(typeof given === 'string' && given !== '' ? given : UNTITLED, most);
  };
  const titled = { ...candidate, title: titleOf('title', 500), shortTitle: titleOf('shortTitle', 60) };
  // An incomplete rule or wording does not keep the question from being shown.
  const bare = { ...titled, askedIf: undefined, wordings: undefined };
  return questionSchema.safeParse(titled).data ?? questionSchema.safeParse(bare).data;
}
