import type { ReactNode } from 'react';
import { Link } from '@/app/ui/link';
import { Moment } from '@/app/ui/moment';
import { noticeWords } from '@/app/desk/words/notices';
import type { NoticeRow } from '@/lib/notifications/notices';

/** One notice, with a link to its subject and the actions on the notice itself. */
export function NoticeLine({
  notice: { kind, reference, agreement, at },
  children,
}: {
  notice: NoticeRow;
  children?: ReactNode;
}) {
  const href = kind === 'approval_asked' || !reference ? '/desk/approvals' : `/desk/contributions/${reference}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
      <div>
        <Link href={href} className="link font-semibold">
          {reference ?? agreement?.name ?? 'Approvals'}
        </Link>
        <span className="block">{noticeWords(kind)}</span>
        <span className="text-sm text-muted">
          <Moment value={at.toISOString()} locale="en" />
        </span>
      </div>
      {children}
    </li>
  );
}
