import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { StateMark } from '@/app/ui/stepper';
import { MARKS } from '@/app/(form)/form/step-list';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { listAgreementNames } from '@/lib/agreements/cells';
import { minutesOfStep } from '@/lib/calls/effort';
import { stepState } from '@/lib/contributions/drafts/progress';
import { ABOUT_STEP, CHECK_STEP } from '@/lib/contributions/drafts/steps';
import { sentenceOf } from '@/lib/questions/condition';
import { bySection, numberOf } from '@/lib/questions/numbering';
import type { Question } from '@/lib/questions/registry';

type TaskListProps = {
  call: OpenForm['call'];
  /** The draft in use: its steps are links with their states. */
  draft: OpenForm | null;
  /** The id of the form that begins a draft: without a draft, its buttons begin at a step. */
  form?: string;
};

/** The steps of the form, each with what it takes, how long, and how far it is. */
export async function TaskList({ call, draft, form }: TaskListProps) {
  const [t, all] = [await getTranslations('contribute'), await getTranslations()];
  const content = draft?.draft.questionnaire ?? call.questionnaire.content;
  const agreements = (await listAgreementNames()).length;
  const shared = { draft, form };
  return (
    <>
      {bySection(content).map(({ section, questions }, at) => (
        <Fragment key={at}>
          {section && <h3 className="mt-8 mb-2 text-lg first:mt-0">{section.title}</h3>}
          <ol className="border-t border-rule">
            {questions.map((question) => (
              <TaskLine
                key={question.key}
                {...shared}
                step={question.key}
                title={question.shortTitle}
                number={numberOf(question, content.questions)}
                body={all(`questions.kinds.${question.kind}.overview`, { agreements })}
                time={minutesOfStep(question)}
                note={question.required ? t('start.required') : sentenceOf(question, content.questions, all)}
                isConditional={question.askedIf !== undefined}
              />
            ))}
          </ol>
        </Fragment>
      ))}
      <ol>
        <TaskLine
          {...shared}
          step={ABOUT_STEP}
          title={content.about.title}
          body={t('start.about')}
          time={minutesOfStep(undefined)}
        />
        <TaskLine {...shared} step={CHECK_STEP} title={t('form.check')} body={t('start.check')} />
      </ol>
    </>
  );
}

type TaskLineProps = Pick<TaskListProps, 'draft' | 'form'> & {
  step: string;
  title: string;
  number?: string;
  body: string;
  time?: ReturnType<typeof minutesOfStep>;
  note?: string | null;
  /** It is asked only after certain answers. */
  isConditional?: boolean;
};

async function TaskLine({ draft, form, step, title, number, body, time, note, isConditional = false }: TaskLineProps) {
  const t = await getTranslations('progress');
  const state = draft && stepState(step, draft);
  return (
    <li className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b border-rule py-3">
      <span className="min-w-5 shrink-0 text-end text-muted tabular-nums">{number}</span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {state && state !== 'not_asked' ? (
            <a
              href={contributePaths(draft.locale, draft.call.slug).step(step)}
              aria-label={`${title}, ${t(`states.${state}`)}`}
              className="link"
            >
              {title}
            </a>
          ) : form !== undefined && step !== CHECK_STEP && !isConditional ? (
            <BeginButton form={form} step={step} title={title} label={t('start.beginOf', { step: title })} />
          ) : (
            title
          )}
        </p>
        <p className="text-muted">
          {body} {time && t('minutesSentence', { short: time[0], thorough: time[1] })}
        </p>
        {note && <p className="text-sm text-muted">{note}</p>}
      </div>
      {state && (
        <StateMark state={MARKS[state]} word={t(`states.${state}`)} className="w-full ps-10 sm:w-44 sm:ps-0" isSilent />
      )}
    </li>
  );
}

type BeginButtonProps = { form: string; step: Question['key']; title: string; label: string };

/** Begins a draft at a step, by the form that is elsewhere on the page. */
const BeginButton = ({ form, step, title, label }: BeginButtonProps) => (
  <button
    type="submit"
    form={form}
    name="step"
    value={step}
    aria-label={label}
    className="link cursor-pointer text-start font-semibold"
  >
    {title}
  </button>
);
