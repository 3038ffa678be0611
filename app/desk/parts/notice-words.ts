import type { NoticeKind } from '@/lib/notifications/notice-schema';

/** What an editor is told, as a sentence after the reference. */
export const NOTICE_WORDS: Record<NoticeKind, string> = {
  assigned: 'It was given to you to look after',
  taken_over: 'Another editor looks after it now',
  mentioned: 'You are mentioned in an internal note',
  replied: 'The contributor has written',
  corrected: 'The contributor has sent a corrected version',
  withdrawn: 'The contributor has withdrawn it',
  approval_asked: 'A second editor is needed',
  approval_granted: 'The second editor has agreed',
  approval_refused: 'The second editor has refused',
};
