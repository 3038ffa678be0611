import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import type { Questionnaire } from '@/lib/calls/schema';

type QuestionsSectionProps = {
  questionnaire: { version: number; content: Questionnaire };
  /** Of the same as a Word file. */ download: string;
};

/** Every question as it will be asked, numbered in the margin. */
export function QuestionsSection({ questionnaire, download }: QuestionsSectionProps) {
  const t = useTranslations('calls.page');
  const blank = useTranslations('sharing.blank');
  const { questions, about } = questionnaire.content;
  return (
    <Section
      id="questions"
      title={t('questions')}
      aside={
        <>
          <p>{t('questionsAside')}</p>
          <p className="mt-2">{t('questionnaire', { version: questionnaire.version })}</p>
        </>
      }
    >
      <ol className="max-w-[46rem]">
        {questions.map((question, at) => (
          <Question key={question.key} mark={String(at + 1)} title={question.title} help={question.help} />
        ))}
        <Question mark="" title={about.title} help={about.help} />
      </ol>
      <p className="no-print mt-6 max-w-measure">
        <a href={download} className="link">
          {blank('download')}
        </a>
        <span className="block text-sm text-muted">{blank('downloadHint')}</span>
      </p>
    </Section>
  );
}

function Question({ mark, title, help }: { mark: string; title: string; help: string }) {
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] border-b border-rule py-5 first:pt-0 last:border-b-0">
      <span aria-hidden="true" className="font-serif text-xl text-accent">
        {mark}
      </span>
      <div>
        <h3>{title}</h3>
        {help && <p className="mt-1.5 text-muted">{help}</p>}
      </div>
    </li>
  );
}
