import type { EntrySource } from '@/lib/contributions/constants';

/** From what an editor enters a contribution, as a choice. */
export const ENTRY_SOURCE_WORDS: Record<EntrySource, string> = {
  telephone: 'A telephone call',
  conversation: 'A conversation',
  letter: 'A letter, or a paper form',
  mail: 'A mail',
  file: 'A file',
};

/** The same inside a sentence. */
export const FROM_WORDS: Record<EntrySource, string> = {
  telephone: 'from a telephone call',
  conversation: 'from a conversation',
  letter: 'from a letter',
  mail: 'from a mail',
  file: 'from a file',
};
