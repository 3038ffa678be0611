import { useLocale, useTranslations } from 'next-intl';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import type { PublicContribution } from '@/lib/publication/schema';

export function SignatoriesSection({ signatories, language }: Pick<PublicContribution, 'signatories' | 'language'>) {
  const t = useTranslations('contributions.page');
  const paths = pathsIn(useLocale());
  if (signatories.length === 0) return null;
  return (
    <Section id="signatories" title={t('signatories')}>
      <ul className="max-w-[46rem]">
        {signatories.map(({ agreement, name, note }) => (
          <li key={agreement?.slug ?? name} className="border-b border-rule py-3 first:pt-0 last:border-b-0">
            <p className="font-serif text-lg">
              {agreement ? (
                <a href={paths.agreement(agreement.slug)} className="link">
                  {agreement.name}
                </a>
              ) : (
                <>
                  <span dir="auto" {...inLanguageOf(language)}>
                    {name}
                  </span>{' '}
                  <span className="font-sans text-sm text-muted">({t('notCovered')})</span>
                </>
              )}
            </p>
            {note && <Markdown text={note} language={language} className="!text-base text-muted" />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
