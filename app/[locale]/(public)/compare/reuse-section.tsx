import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Section } from '@/app/_components/section';
import { origin } from '@/lib/env';
import type { CompareLinks } from './links';

/** The address of the comparison, and the same as data. */
export function ReuseSection({ links }: { links: CompareLinks }) {
  const t = useTranslations('compare.reuse');
  return (
    <Section id="this-view" title={t('title')}>
      <div className="max-w-measure space-y-3">
        <p>
          {t('link')}{' '}
          <a href={links.here} className="link wrap-anywhere">
            {origin()}
            {links.here}
          </a>
        </p>
        <p className="no-print">{t.rich('data', { csv: linkTo(links.csv), excel: linkTo(`${links.csv}?bom=1`) })}</p>
      </div>
    </Section>
  );
}

function linkTo(href: string) {
  return function Words(words: ReactNode) {
    return (
      <a href={href} className="link">
        {words}
      </a>
    );
  };
}
