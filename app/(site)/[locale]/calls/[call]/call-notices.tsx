import { useLocale, useTranslations } from 'next-intl';
import { sayDay, sayDeadline } from '@/lib/platform/i18n/dates';
import type { PublicCallPage } from '@/lib/publication/calls';

type CallNoticesProps = { notices: PublicCallPage['notices']; timeZone: string };

/** What was changed in the call since it is public, oldest first: “Extended on 3 October 2026 until …”. */
export function CallNotices({ notices, timeZone }: CallNoticesProps) {
  const t = useTranslations('calls.notices');
  const common = useTranslations('common');
  const locale = useLocale();
  if (notices.length === 0) return null;
  return (
    <ul className="mt-2 text-sm">
      {notices.map(({ kind, at, closesAt }) => (
        <li key={`${kind} ${at}`}>
          {t(kind, {
            day: sayDay(at, locale, timeZone),
            deadline: closesAt ? sayDeadline(closesAt, locale, timeZone, (parts) => common('endOfDay', parts)) : '',
          })}
        </li>
      ))}
    </ul>
  );
}
