import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

/** The free texts, each under the question it answers. */
export function AnswersSection({ answers, language }: Pick<PublicContribution, 'answers' | 'language'>) {
  const t = useTranslations('contributions.page');
  if (answers.length === 0) return null;
  return (
    <Section id="answers" title={t('answers')}>
      <div className="space-y-8">
        {answers.map(({ question, section, title, text, said }, at) => (
          <section key={question} aria-labelledby={`answer-${question}`}>
            {section && section !== answers[at - 1]?.section && <p className="mb-4 font-serif text-lg">{section}</p>}
            <h3 id={`answer-${question}`} className="mb-2 max-w-measure font-sans text-base font-semibold text-muted">
              {title}
            </h3>
            {said && <p className="mb-2 max-w-measure">{said}</p>}
            <Markdown text={text} under={3} language={language} />
          </section>
        ))}
      </div>
    </Section>
  );
}
