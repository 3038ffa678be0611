import { useLocale, useTranslations } from 'next-intl';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { ByQuestion } from './by-question';

type SignatoriesSectionProps = Pick<PublicContribution, 'signatories' | 'questions' | 'language'>;

export function SignatoriesSection({ signatories, questions, language }: SignatoriesSectionProps) {
  const t = useTranslations('contributions.page');
  const paths = pathsIn(useLocale());
  if (signatories.length === 0) return null;
  return (
    <Section id="signatories" title={t('signatories')}>
      <ByQuestion items={signatories} questions={questions}>
        {(items) => (
          <ul className="max-w-[46rem]">
            {items.map(({ agreement, name, note }) => (
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
        )}
      </ByQuestion>
    </Section>
  );
}
