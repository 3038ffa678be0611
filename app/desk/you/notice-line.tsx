import type { ReactNode } from 'react';
import { Link } from '@/app/ui/link';
import { Moment } from '@/app/ui/moment';
import { noticeWords } from '@/app/desk/words/notices';
import { noticePath } from '@/lib/notifications/notice-schema';
import type { NoticeRow } from '@/lib/notifications/notices';
import mail from '@/lib/platform/i18n/messages/en/mail.json';

/** One notice, with a link to its subject and the actions on the notice itself. */
export function NoticeLine({
  notice: { kind, reason, reference, agreement, at },
  children,
}: {
  notice: NoticeRow;
  children?: ReactNode;
}) {
  const unnamed = kind === 'entry_taken_over' ? mail.deskNotices.entry : 'Approvals';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
      <div>
        <Link href={noticePath(kind, reference)} className="link font-semibold">
          {reference ?? agreement?.name ?? unnamed}
        </Link>
        <span className="block">{noticeWords(kind, reason)}</span>
        <span className="text-sm text-muted">
          <Moment value={at.toISOString()} locale="en" />
        </span>
      </div>
      {children}
    </li>
  );
}
