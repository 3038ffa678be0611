import { getTranslations } from 'next-intl/server';
import { CallStateLine } from '@/app/(site)/calls/call-state';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { calls } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/calls'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('calls');

export default async function CallsPage({ params }: Props) {
  const locale = await localeOf(params);
  const paths = pathsIn(locale);
  const [t, list] = await Promise.all([getTranslations('calls'), calls(locale)]);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      {list.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      <ul className="border-t border-rule">
        {list.map((call) => (
          <li
            key={call.slug}
            className="grid gap-x-12 gap-y-2 border-b border-rule py-8 md:grid-cols-[var(--container-margin)_minmax(0,1fr)]"
          >
            <p aria-hidden="true" className="font-serif text-3xl text-muted tabular-nums">
              {call.slug}
            </p>
            <div className="max-w-measure space-y-3">
              <h2>
                <a
                  href={paths.call(call.slug)}
                  className="decoration-1 underline-offset-4 hover:text-accent hover:underline"
                >
                  {call.title}
                </a>
              </h2>
              <CallStateLine call={call} />
              <p className="font-serif text-lg">{call.summary}</p>
              <p>
                <a href={paths.call(call.slug)} className="link">
                  {t('read')}
                </a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
