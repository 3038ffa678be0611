import type { EntrySource } from '@/lib/contributions/constants';

/** From what an editor enters a contribution, as a choice. */
export const ENTRY_SOURCE_WORDS: Record<EntrySource, string> = {
  telephone: 'A telephone call',
  conversation: 'A conversation',
  letter: 'A letter, or a paper form',
  mail: 'A mail',
  file: 'A file',
};

/** What is unusual about a mail. */
export const MAIL_NOTICE_WORDS = {
  automatic: 'A program sent this mail, such as a note of absence. It may hold no contribution.',
  delivery_report: 'This is a report on what became of another mail, not a mail of a person.',
  loop: 'This mail has been handed on again and again, as in a loop. There may be more copies of it.',
  text_unread:
    'The text of this mail can’t be read. Please open it in Outlook, and save it as .eml, or copy its text into the form.',
  messages_left_out: 'Not all mails within this mail were opened: there are too many, or they lie too deep.',
} as const;

/** The same inside a sentence. */
export const FROM_WORDS: Record<EntrySource, string> = {
  telephone: 'from a telephone call',
  conversation: 'from a conversation',
  letter: 'from a letter',
  mail: 'from a mail',
  file: 'from a file',
};
