/** The keys of the review page. Each is one letter, and each command also works by mouse and Tab key. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'nextUndecided'
  | 'nextConflict'
  | 'accept'
  | 'amend'
  | 'reject'
  | 'later'
  | 'select'
  | 'others'
  | 'preview'
  | 'record'
  | 'queue'
  | 'onwards'
  | 'keys';

type KeyEntry = { key: string; command: KeyCommand; words: string };

export const KEY_GROUPS: { title: string; keys: KeyEntry[] }[] = [
  {
    title: 'Go to',
    keys: [
      { key: 'j', command: 'next', words: 'the next cell' },
      { key: 'k', command: 'previous', words: 'the previous cell' },
      { key: 'n', command: 'nextUndecided', words: 'the next undecided cell' },
      { key: 'c', command: 'nextConflict', words: 'the next conflict' },
    ],
  },
  {
    title: 'In a cell',
    keys: [
      { key: 'a', command: 'accept', words: 'accept' },
      { key: 'e', command: 'amend', words: 'amend' },
      { key: 'r', command: 'reject', words: 'reject' },
      { key: 'l', command: 'later', words: 'decide later' },
      { key: 'x', command: 'select', words: 'select, or not' },
    ],
  },
  {
    title: 'All of it',
    keys: [
      { key: 'o', command: 'others', words: 'accept the others that are open' },
      { key: 'p', command: 'preview', words: 'show what would change' },
      { key: 's', command: 'record', words: 'record what is chosen' },
      { key: 'q', command: 'queue', words: 'back to the queue' },
      { key: 'f', command: 'onwards', words: 'the next contribution' },
      { key: '?', command: 'keys', words: 'this list' },
    ],
  },
];

const COMMANDS = new Map(KEY_GROUPS.flatMap(({ keys }) => keys.map(({ key, command }) => [key, command] as const)));

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * The command of a pressed key; null if there is none. Letters count only while the editor is not typing and has them
 * switched on. Control with Enter records from everywhere, Escape moves from a field to its cell.
 */
export function commandOf(pressed: Pressed, typing: boolean, lettersOn: boolean): KeyCommand | 'leaveField' | null {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return 'record';
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Escape') return typing ? 'leaveField' : null;
  if (typing || !lettersOn) return null;
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
