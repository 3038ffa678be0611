import mail from '@/lib/platform/i18n/messages/en/mail.json';
import type { NoticeKind } from '@/lib/notifications/notice-schema';

/** A notice as a sentence, in the words of its mail. */
export function noticeWords(kind: NoticeKind): string {
  const words = mail.deskNotices.kinds[kind];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
