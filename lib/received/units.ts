import type { NotPlaced } from '@/lib/intake/placing/place-answers';

/** A text of a file for which a person chooses the place. */
export type Unit = Pick<NotPlaced, 'text' | 'reason' | 'place' | 'question'> & {
  /** As the form names it: `unit.3`. */ id: string;
  /** It follows another one of the same text, and can stay with it. */ follows: boolean;
};

/** So many choices about one text are enough for a person; a longer text is divided at its heads only. */
const MAX_UNITS = 40;

/**
 * The texts without a place, long ones divided where an answer can begin: without the form, people do not write in its
 * parts.
 */
export function unitsOf(notPlaced: readonly NotPlaced[]): Unit[] {
  const units = notPlaced.flatMap(({ text, ...about }) =>
    divided(text).map((part, at) => ({ ...about, text: part, follows: at > 0 })),
  );
  return units.map((unit, at) => ({ ...unit, id: `unit.${at}` }));
}

function divided(text: string): string[] {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  const parts = paragraphs.length <= MAX_UNITS ? paragraphs : joinedUnless(paragraphs, isHead);
  if (parts.length <= MAX_UNITS) return parts;
  const size = Math.ceil(parts.length / MAX_UNITS);
  return joinedUnless(parts, (_, at) => at % size === 0);
}

/** Each paragraph goes with the one before unless it begins a part. */
function joinedUnless(paragraphs: readonly string[], begins: (paragraph: string, at: number) => boolean): string[] {
  const parts: string[] = [];
  paragraphs.forEach((paragraph, at) => {
    if (at === 0 || begins(paragraph, at)) parts.push(paragraph);
    else parts.push(`${parts.pop() ?? ''}\n\n${paragraph}`);
  });
  return parts;
}

const MAX_HEAD = 160;

/** A heading, a numbered line, a question: below it an answer begins. */
const isHead = (paragraph: string): boolean =>
  /^#{1,6} /.test(paragraph) ||
  (paragraph.length <= MAX_HEAD && /^(?:\*\*)?(?:[A-Z]?\d{1,2}(?:\.\d{1,2})?[.):]|Q\d)/u.test(paragraph)) ||
  (paragraph.length <= 2 * MAX_HEAD && /[?？؟]\**$/.test(paragraph));
