import { useLocale, useTranslations } from 'next-intl';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCall } from '@/lib/publication/schema';

/** How many cells are open, and where they can be filled in: the call, while one takes contributions. */
export function HelpNotice({ count, calls }: { count: number; calls: readonly PublicCall[] }) {
  const t = useTranslations('criteria.help');
  const paths = pathsIn(useLocale());
  const yearly = calls.filter(({ closesAt }) => closesAt !== null);
  const call =
    yearly.find(({ state }) => state === 'open') ??
    yearly.find(({ state }) => state === 'late') ??
    calls.find(({ closesAt }) => closesAt === null);
  return (
    <div className="max-w-measure border-s-2 border-accent ps-5">
      <p className="font-serif text-xl">{t('title', { count })}</p>
      <p className="mt-1 text-muted">{t('body')}</p>
      {call ? (
        <p className="mt-2">
          {t(call.state === 'open' ? 'open' : 'late', { title: call.title })}{' '}
          <a href={paths.call(call.slug)} className="link font-semibold whitespace-nowrap">
            {t('read')}
          </a>
        </p>
      ) : (
        <p className="mt-2">{t.rich('closed', { link: linkTo(paths.calls) })}</p>
      )}
    </div>
  );
}
