import { useTranslations } from 'next-intl';
import { linkTo, ViewAddress } from '@/app/(site)/dataset/view-address';
import { Section } from '@/app/ui/section';
import type { CompareLinks } from './links';

/** The address of the comparison, and the same as data. */
export function ReuseSection({ links }: { links: CompareLinks }) {
  const t = useTranslations('compare.reuse');
  return (
    <Section id="this-view" title={t('title')}>
      <div className="max-w-measure space-y-3">
        <ViewAddress label={t('link')} path={links.here} />
        <p className="no-print">{t.rich('data', { csv: linkTo(links.csv), excel: linkTo(`${links.csv}?bom=1`) })}</p>
      </div>
    </Section>
  );
}
