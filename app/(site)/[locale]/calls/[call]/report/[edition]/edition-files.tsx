import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { CheckedFiles } from '@/app/(site)/frame/checked-files';
import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { authorName } from '@/lib/publication/downloads/dataset-edition';
import type { PublicEdition } from '@/lib/publication/reports/editions/editions';

/** How to cite a report, and its files with their checksums. */
export function EditionFiles({ edition, locale }: { edition: PublicEdition; locale: Locale }) {
  const t = useTranslations('reports.page');
  const paths = pathsIn(locale);
  const { call, number, title, publishedAt, files } = edition;
  return (
    <Section id="cite" title={t('cite')}>
      <p className="mb-5 max-w-measure font-serif wrap-anywhere">
        {t('citeText', {
          author: authorName(),
          date: publishedAt.slice(0, 10),
          title,
          edition: number,
          address: origin() + paths.callReport(call, number),
        })}
      </p>
      <CheckedFiles
        id="report-files"
        caption={t('files')}
        files={files.map((file) => ({ ...file, href: paths.callReportFile(call, number, file.name) }))}
      />
    </Section>
  );
}
