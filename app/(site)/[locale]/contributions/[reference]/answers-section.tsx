import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { AnswersLinks } from '@/app/(site)/[locale]/questions/[key]/answers-links';
import { Markdown } from '@/app/ui/markdown';
import { LabelledValues, RecordList } from '@/app/ui/shown-values';
import { Section } from '@/app/ui/section';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

/** The answers, each under its section and question: its value, its words, and how many files go with it. */
export function AnswersSection({
  answers,
  language,
  summaryOf,
}: Pick<PublicContribution, 'answers' | 'language' | 'summaryOf'>) {
  const t = useTranslations('contributions.page');
  if (answers.length === 0) return null;
  // Questions are one level below the sections of the questionnaire, where it has some.
  const under = answers.some(({ section }) => section) ? 4 : 3;
  const Question = under === 4 ? 'h4' : 'h3';
  return (
    <Section id="answers" title={t(summaryOf === null ? 'answers' : 'summary.answers')}>
      <div className="space-y-8">
        {answers.map(({ question, section, title, text, shown = [], files }, at) => (
          <Fragment key={question}>
            {section && section !== answers[at - 1]?.section && (
              <h3 className="mb-4 max-w-measure text-xl" dir="auto">
                {section}
              </h3>
            )}
            <section aria-labelledby={`answer-${question}`}>
              <Question
                id={`answer-${question}`}
                className="mb-2 max-w-measure font-sans text-base font-semibold text-muted"
              >
                {title}
              </Question>
              {shown.length > 0 && (
                <div className="mb-2 space-y-2">
                  {shown.map((part, place) =>
                    part.piece === 'value' ? (
                      <LabelledValues key={place} {...part} />
                    ) : (
                      <RecordList key={place} items={part.items} under={under} />
                    ),
                  )}
                </div>
              )}
              {files !== undefined && <p className="mb-2 max-w-measure text-muted">{t('files', { count: files })}</p>}
              <Markdown text={text} under={under} language={language} />
            </section>
          </Fragment>
        ))}
      </div>
      <AnswersLinks questions={answers.map(({ question, title }) => ({ key: question, title }))} />
    </Section>
  );
}
