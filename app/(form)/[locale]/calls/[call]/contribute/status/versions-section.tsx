import { getTranslations } from 'next-intl/server';
import { Moment } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { contributePaths } from '@/app/(form)/server/paths';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';

/** Each version that was sent, to be kept: to print, as a Word file and as a PDF file. The newest comes first. */
export async function VersionsSection({
  sent,
  locale,
  call,
}: {
  sent: SentContribution;
  locale: Locale;
  call: string;
}) {
  const t = await getTranslations('sharing.versions');
  const paths = contributePaths(locale, call);
  return (
    <Section id="versions" title={t('heading')}>
      <ul className="no-print max-w-measure space-y-3">
        {sent.revisions.toReversed().map(({ number, at }) => {
          const { print, word, pdf } = paths.sent(number);
          return (
            <li key={number}>
              <span className="block">
                {t.rich('sentOn', {
                  number,
                  moment: () => <Moment key="moment" value={at.toISOString()} locale={locale} />,
                })}
              </span>
              <span className="flex flex-wrap gap-x-4">
                {(
                  [
                    ['print', print],
                    ['word', word],
                    ['pdf', pdf],
                  ] as const
                ).map(([key, href]) => (
                  <a key={key} href={href} className="link" aria-label={t('of', { what: t(key), number })}>
                    {t(key)}
                  </a>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
