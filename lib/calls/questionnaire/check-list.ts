import type { OpenDraft } from './drafts';
import { faultsOf } from './faults';
import type { Fault } from './faults';
import { PARTS } from './editing';

/** One point of the list before publishing: whether it is done, what is missing, and where to do it. */
export type CheckItem = { key: string; ok: boolean; sentence: string; href: string };

/** The address of the editor, at one of its parts. */
export const editorPath = (slug: string, part?: string): string =>
  `/desk/calls/${slug}/questionnaire${part === undefined ? '' : `?open=${encodeURIComponent(part)}`}`;

const POINTS: Record<Fault['about'], string> = {
  texts: 'Every question, section and audience has its texts.',
  keys: 'Every key is used once, and published questions keep their kind.',
  settings: 'The settings of every kind of answer are complete.',
  conditions: 'Every condition is about an earlier question and can be met.',
};

/** What has to be done before the questionnaire of a call can be published. */
export function checkListOf({ call, typed, published }: Pick<OpenDraft, 'call' | 'typed' | 'published'>): CheckItem[] {
  const faults = faultsOf(typed, published);
  const points = Object.entries(POINTS).map(([about, done]): CheckItem => {
    const [first, ...others] = faults.filter((fault) => fault.about === about);
    return {
      key: about,
      ok: first === undefined,
      sentence: first === undefined ? done : first.sentence + (others.length > 0 ? moreInWords(others.length) : ''),
      href: editorPath(call.slug, first?.part),
    };
  });
  const consents = isConsentSaid({ typed });
  return [
    ...points,
    {
      key: 'consent',
      ok: consents,
      sentence: consents
        ? '“About you” says what is published and what is not.'
        : 'About you, text: say here what is published and what is not, so that contributors can consent to it.',
      href: editorPath(call.slug, PARTS.about),
    },
  ];
}

/** How many points of a draft are open, each fault counted; null for one that was never saved. */
export function countOpenPoints(draft: OpenDraft): number | null {
  if (draft.edited === null) return null;
  const faults = faultsOf(draft.typed, draft.published).length;
  return faults + (isConsentSaid(draft) ? 0 : 1);
}

const isConsentSaid = ({ typed }: Pick<OpenDraft, 'typed'>) => typed.about.help.trim() !== '';

const moreInWords = (count: number) =>
  count === 1 ? ' One more point like this.' : ` ${count} more points like this.`;
