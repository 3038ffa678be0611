import { z } from 'zod';
import { foldedWords } from '@/lib/platform/text/fold-text';
import { filled, text } from '@/lib/platform/text/typed-text';

/** A note between editors; `@handle` notifies the person with that handle. */
export const noteInput = z.object({ text: filled(text(4_000)) });

/** What an editor is mentioned by: `@editor-one`. */
export type Handle = { userId: string; handle: string; name: string };

type Person = { userId: string; name: string | null; email: string };

/**
 * A unique handle for each of these people: their name if no other name reads the same, else the first half of their
 * address, else the whole of it.
 */
export function handlesOf(people: readonly Person[]): Handle[] {
  const taken = new Set<string>();
  const ways: ((person: Person) => string)[] = [
    ({ name }) => plain(name ?? ''),
    ({ email }) => plain(email.split('@')[0] ?? ''),
    ({ email }) => plain(email),
  ];
  const handles = new Map<string, string>();
  for (const way of ways) {
    const left = people.filter(({ userId }) => !handles.has(userId));
    const wanted = left.map((person) => ({ person, handle: way(person) }));
    for (const { person, handle } of wanted) {
      const alone = wanted.filter((one) => one.handle === handle).length === 1;
      if (handle !== '' && alone && !taken.has(handle)) handles.set(person.userId, handle);
    }
    for (const handle of handles.values()) taken.add(handle);
  }
  // Two addresses that read the same without their punctuation: told apart by a number, in the order given.
  return people.map((person, at) => ({
    userId: person.userId,
    handle: handles.get(person.userId) ?? `${plain(person.email)}-${at + 1}`,
    name: person.name ?? person.email,
  }));
}

/** Letters and digits without accents, joined by hyphens. */
const plain = (words: string) => foldedWords(words).join('-');

/** Not in the middle of a word, as in an address; dots and hyphens belong to it only between letters. */
const MENTION = /(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}\p{M}]+(?:[._-][\p{L}\p{N}\p{M}]+)*)/gu;

/** Whom a note names by `@handle`, and which of such words name no editor. In any case, with or without accents. */
export function mentionsIn(text: string, handles: readonly Handle[]): { userIds: string[]; unknown: string[] } {
  const byHandle = new Map(handles.map(({ handle, userId }) => [handle, userId]));
  const named = new Map([...text.matchAll(MENTION)].map(([, word = '']) => [plain(word), word]));
  const found = [...named].map(([handle, word]) => ({ word, userId: byHandle.get(handle) }));
  return {
    userIds: [...new Set(found.flatMap(({ userId }) => userId ?? []))],
    unknown: found.flatMap(({ word, userId }) => (userId === undefined ? [word] : [])),
  };
}
