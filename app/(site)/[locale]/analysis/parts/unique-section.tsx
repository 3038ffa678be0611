import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { uniqueElements } from '@/lib/publication/analysis/unique-elements';
import type { PublicAgreement } from '@/lib/publication/schema';

/** The highest number of agreements on a page; the file has all. */
const MAX_SHOWN = 60;

/** What each agreement contains that no other does, according to the dataset. */
export function UniqueSection({ agreements }: { agreements: readonly PublicAgreement[] }) {
  const t = useTranslations('analysis.unique');
  const paths = pathsIn(useLocale());
  const stated = uniqueElements(agreements);
  if (stated.length === 0) {
    return (
      <Section id="unique-elements" title={t('title')} aside={t('aside')}>
        <p className="text-muted">{t('none')}</p>
      </Section>
    );
  }
  return (
    <Section id="unique-elements" title={t('title')} aside={t('aside')}>
      <p className="font-serif text-lg">
        {t('count', {
          elements: stated.reduce((sum, { elements }) => sum + elements.length, 0),
          agreements: stated.length,
        })}
      </p>
      <dl className="mt-4">
        {stated.slice(0, MAX_SHOWN).map(({ slug, shortName, elements }) => (
          <div key={slug} className="gap-x-8 border-b border-rule py-3 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
            <dt>
              <a href={paths.agreement(slug)} className="link font-semibold" dir="auto">
                {shortName}
              </a>
            </dt>
            {elements.map((element) => (
              <dd key={element} dir="auto" className="max-w-measure text-sm not-last:mb-1.5 lg:col-start-2">
                {element}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {stated.length > MAX_SHOWN && (
        <p className="mt-3 text-sm text-muted">{t('cut', { shown: MAX_SHOWN, all: stated.length })}</p>
      )}
      <p className="no-print mt-4 text-sm">
        <a href={paths.uniqueElements} className="link">
          {t('download')}
        </a>
      </p>
    </Section>
  );
}
