import { useLocale, useTranslations } from 'next-intl';
import { CallStateLine } from '@/app/(site)/calls/call-state';
import { StartButton } from '@/app/(site)/calls/start-button';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCall } from '@/lib/publication/schema';

/** The newest call, its present state, and a link to its form. */
export function CurrentCall({ call }: { call: PublicCall | undefined }) {
  const t = useTranslations('home.call');
  const paths = pathsIn(useLocale());
  return (
    <section aria-labelledby="current-call" className="self-end border-t-2 border-accent pt-5">
      <h2 id="current-call" className="eyebrow mb-3">
        {t('title')}
      </h2>
      {call ? (
        <div className="space-y-4">
          <p className="font-serif text-2xl">{call.title}</p>
          <CallStateLine call={call} />
          <p className="text-muted">{call.summary}</p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 pt-1">
            <StartButton call={call} />
            <a href={paths.call(call.slug)} className="link">
              {t('read')}
            </a>
          </div>
        </div>
      ) : (
        <p>
          {t('none')} {t('noneBody')}
        </p>
      )}
    </section>
  );
}
