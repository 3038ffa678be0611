import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/app/ui/button';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCall } from '@/lib/publication/schema';

/** A link to the form, while the call accepts contributions. */
export function StartButton({ call }: { call: PublicCall }) {
  const t = useTranslations('calls');
  const locale = useLocale();
  if (call.state !== 'open' && call.state !== 'late') return null;
  return (
    <LinkButton href={pathsIn(locale).contribute(call.slug)} rel="nofollow" className="no-print">
      {t(call.state === 'late' ? 'startLate' : 'start')}
    </LinkButton>
  );
}
