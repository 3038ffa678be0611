import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/section';
import type { Questionnaire } from '@/lib/calls/schema';

/** Every question as it will be asked, numbered in the margin. */
export function QuestionsSection({ questionnaire }: { questionnaire: { version: number; content: Questionnaire } }) {
  const t = useTranslations('calls.page');
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
