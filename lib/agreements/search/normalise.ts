import { cutText } from '@/lib/platform/text/cut-text';
import { foldText } from '@/lib/platform/text/fold-text';

/** Longer than any name. The rest of a longer text is not searched. */
export const MAX_SOUGHT = 120;

/** The text of a search in the form in which it is compared; empty if no letter or digit is left. */
export const foldSought = (text: string): string => foldText(cutText(text, MAX_SOUGHT));

/** A name without its spaces and signs: `UN-GGE` and `UNGGE` are written alike. */
export const squash = (text: string): string => foldText(text).replaceAll(' ', '');

/**
 * The abbreviations a name would go by: the initials of each of its parts, as of `Global Commission on the Stability of
 * Cyberspace: Framework`, in lower case. Small words and names of one or two capitals make none.
 */
export function initialsOf(name: string): string[] {
  const parts = name.split(/[:(),;]/).map((part) => (part.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join(''));
  return parts.filter((initials) => initials.length >= 3).map((initials) => initials.toLowerCase());
}

/**
 * The abbreviations written in a name itself, in lower case: `manrs` in `Mutually Agreed Norms for Routing Security
 * (MANRS)`.
 */
export const abbreviationsIn = (name: string): string[] =>
  (name.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}-]{2,}(?![\p{L}\p{N}])/gu) ?? [])
    .map(squash)
    .filter((found) => /\p{L}{3}/u.test(found));
