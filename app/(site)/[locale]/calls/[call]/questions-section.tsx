import { Fragment } from 'react';
import { useTranslations } from 'next-intl';
import { AnswersLinks } from '@/app/(site)/[locale]/questions/[key]/answers-links';
import { Section } from '@/app/ui/section';
import type { Questionnaire } from '@/lib/calls/schema';
import { durationOf } from '@/lib/calls/effort';
import { sentenceOf } from '@/lib/questions/condition';
import { bySection, numberOf } from '@/lib/questions/numbering';

type QuestionsSectionProps = {
  questionnaire: { version: number; content: Questionnaire };
  /** Of the same as a Word file. */ download: string;
};

/** Every question as it will be asked, numbered in the margin. */
export function QuestionsSection({ questionnaire, download }: QuestionsSectionProps) {
  const t = useTranslations('calls.page');
  const blank = useTranslations('sharing.blank');
  const words = useTranslations();
  const { questions, audiences = [] } = questionnaire.content;
  return (
    <Section
      id="questions"
      title={t('questions')}
      aside={
        <>
          <p>{t('asks', { count: questions.length })}</p>
          <p className="mt-2">{t('duration', durationOf(questionnaire.content, words))}</p>
          <p className="mt-2">
            {t('questionsAside', { required: questions.filter(({ required }) => required).length })}
          </p>
          <p className="mt-2">{t('questionnaire', { version: questionnaire.version })}</p>
        </>
      }
    >
      <QuestionList content={questionnaire.content} />
      <AnswersLinks questions={questions} />
      <p className="no-print mt-6 max-w-measure">
        <a href={download} className="link">
          {blank('download')}
        </a>
        <span className="block text-sm text-muted">{blank('downloadHint')}</span>
      </p>
      {audiences.length > 0 && (
        <ul className="no-print mt-3 max-w-measure list-['–__'] space-y-1 ps-4">
          {audiences.map(({ key, label }) => (
            <li key={key}>
              <a href={`${download}?audience=${key}`} className="link">
                {blank('downloadFor', { audience: label })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The questions of a version, section by section, with when each is asked. */
export function QuestionList({ content }: { content: Questionnaire }) {
  const t = useTranslations('calls.page');
  const words = useTranslations();
  const { questions, about } = content;
  return (
    <div className="max-w-[46rem]">
      {bySection(content).map((part, at) => (
        <Fragment key={at}>
          {part.section && <SectionHead {...part.section} />}
          <ol>
            {part.questions.map((question) => (
              <Question
                key={question.key}
                mark={numberOf(question, questions)}
                title={question.title}
                help={question.help}
                required={question.required && t('required')}
                condition={sentenceOf(question, questions, words)}
              />
            ))}
          </ol>
        </Fragment>
      ))}
      <ol className="border-t border-rule pt-5">
        <Question mark="" title={about.title} help={about.help} />
      </ol>
    </div>
  );
}

function SectionHead({ title, help }: { title: string; help: string }) {
  return (
    <div className="mt-8 mb-5 border-b-2 border-ink pb-3 first:mt-0">
      <h3 className="text-xl">{title}</h3>
      {help && <p className="mt-1.5 whitespace-pre-line text-muted">{help}</p>}
    </div>
  );
}

type QuestionProps = {
  mark: string;
  title: string;
  help: string;
  required?: string | false;
  condition?: string | null;
};

function Question({ mark, title, help, required, condition }: QuestionProps) {
  return (
    <li className="grid grid-cols-[minmax(2.25rem,auto)_minmax(0,1fr)] border-b border-rule py-5 first:pt-0 last:border-b-0">
      <span aria-hidden="true" className="pe-3 font-serif text-xl text-accent">
        {mark}
      </span>
      <div>
        <h3>{title}</h3>
        {required && <p className="mt-1.5 text-sm font-semibold">{required}</p>}
        {condition && <p className="mt-1.5 text-sm text-muted">{condition}</p>}
        {help && <p className="mt-1.5 text-muted">{help}</p>}
      </div>
    </li>
  );
}
