import mail from '@/lib/platform/i18n/messages/en/mail.json';
import type { Reason } from '@/lib/platform/errors';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import type { NoticeKind } from '@/lib/notifications/notice-schema';

/** A notice as a sentence, in the words of its mail, with its reason where it has one. */
export function noticeWords(kind: NoticeKind, reason: Reason | null): string {
  const words = mail.deskNotices.kinds[kind];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${reason === null ? '' : `: ${errors.reasons[reason]}`}`;
}
