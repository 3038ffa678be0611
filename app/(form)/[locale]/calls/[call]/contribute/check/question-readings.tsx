import { Fragment } from 'react';
import type { OpenForm } from '@/app/(form)/server/form';
import { bySection } from '@/lib/questions/numbering';
import { QuestionReading } from './question-reading';

/** Every question that is asked with its answer, under the headings of the sections. */
export function QuestionReadings({ open }: { open: OpenForm }) {
  const { questions, sections } = open.draft.questionnaire;
  const parts = bySection({ questions: questions.filter(({ key }) => open.asked.has(key)), sections });
  return parts.map((part, at) => (
    <Fragment key={at}>
      {part.section && <h2 className="mt-2 mb-3 border-t-2 border-ink pt-4 text-2xl">{part.section.title}</h2>}
      {part.questions.map((question) => (
        <QuestionReading key={question.key} open={open} question={question} />
      ))}
    </Fragment>
  ));
}
