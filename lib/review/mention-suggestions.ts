import { foldText } from '@/lib/platform/text/fold-text';
import type { Handle } from './note-schema';

/** A mention that is being typed: where its `@` is, and what follows it before the cursor. */
export type OpenMention = { start: number; typed: string };

/** Not in the middle of a word, as in an address. */
const OPEN = /(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}\p{M}._-]*)$/u;

/** The mention that the cursor is in, or null. */
export function openMention(text: string, cursor: number): OpenMention | null {
  const found = OPEN.exec(text.slice(0, cursor));
  return found && { start: found.index, typed: found[1] ?? '' };
}

/** Who can be meant: a word of their handle or name begins with what is typed. In the order given, at most `most`. */
export function suggestHandles(typed: string, handles: readonly Handle[], most: number): Handle[] {
  const wanted = foldText(typed);
  const begins = (words: string) => ` ${foldText(words)}`.includes(` ${wanted}`);
  return handles.filter(({ handle, name }) => begins(handle) || begins(name)).slice(0, most);
}
