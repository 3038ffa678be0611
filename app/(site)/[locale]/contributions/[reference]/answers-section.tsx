import { useTranslations } from 'next-intl';
import { AnswersLinks } from '@/app/(site)/[locale]/questions/[key]/answers-links';
import { Markdown } from '@/app/ui/markdown';
import { LabelledValues, RecordList } from '@/app/ui/shown-values';
import { Section } from '@/app/ui/section';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

/** The answers, each under its question: its value, its words, and how many files go with it. */
export function AnswersSection({ answers, language }: Pick<PublicContribution, 'answers' | 'language'>) {
  const t = useTranslations('contributions.page');
  if (answers.length === 0) return null;
  return (
    <Section id="answers" title={t('answers')}>
      <div className="space-y-8">
        {answers.map(({ question, section, title, text, shown = [], files }, at) => (
          <section key={question} aria-labelledby={`answer-${question}`}>
            {section && section !== answers[at - 1]?.section && <p className="mb-4 font-serif text-lg">{section}</p>}
            <h3 id={`answer-${question}`} className="mb-2 max-w-measure font-sans text-base font-semibold text-muted">
              {title}
            </h3>
            {shown.length > 0 && (
              <div className="mb-2 space-y-2">
                {shown.map((part, place) =>
                  part.piece === 'value' ? (
                    <LabelledValues key={place} {...part} />
                  ) : (
                    <RecordList key={place} items={part.items} under={3} />
                  ),
                )}
              </div>
            )}
            {files !== undefined && <p className="mb-2 max-w-measure text-muted">{t('files', { count: files })}</p>}
            <Markdown text={text} under={3} language={language} />
          </section>
        ))}
      </div>
      <AnswersLinks questions={answers.map(({ question, title }) => ({ key: question, title }))} />
    </Section>
  );
}
