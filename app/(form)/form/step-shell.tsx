import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Moment } from '@/app/ui/moment';
import { Stepper } from '@/app/ui/stepper';
import type { Step } from '@/app/ui/stepper';
import { DeadlineWords } from '@/app/(form)/display/deadline-words';
import type { OpenForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { showsFaults } from '@/app/(form)/server/titles';
import { contributePaths, privateLink } from '@/app/(form)/server/paths';
import { commentsOf } from '@/app/(form)/sharing/comments-of';
import { StepComments } from '@/app/(form)/sharing/step-comments';
import { isBlank } from '@/lib/questions/typed-fields';
import { LastSaved } from './last-saved';
import { ShareLink } from './share-link';

type StepShellProps = {
  open: OpenForm;
  step: string;
  /** Of one entry of a list. */ position?: number;
  title: string;
  lead?: string;
  help?: ReactNode;
  saved?: boolean;
  children: ReactNode;
};

/** The page around a step: the question, the step, the progress, and how to return later. */
export async function StepShell({ open, step, position, title, lead, help, saved = false, children }: StepShellProps) {
  const t = await getTranslations('contribute.form');
  const steps = await Promise.all(open.steps.map((name) => stepOf(open, name, name === step)));
  return (
    <>
      <PageHeader
        eyebrow={t('step', {
          call: open.call.texts.title,
          number: open.steps.indexOf(step) + 1,
          count: open.steps.length,
        })}
        title={title}
        lead={lead}
      >
        {help && <div className="max-w-measure text-muted">{help}</div>}
      </PageHeader>
      <p className="no-print -mt-4 mb-8 lg:hidden">
        <a href="#steps" className="link">
          {(await getTranslations('finding.steps'))('jump')}
        </a>
      </p>
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-10">
          {saved && (
            <div id="saved" tabIndex={-1} autoFocus={!showsFaults(open, step, position)}>
              <Notice kind="success" role="status" title={t('saved')}>
                <p>{t('savedBody')}</p>
              </Notice>
            </div>
          )}
          {children}
          <StepComments open={open} step={step} position={position} />
        </div>
        <aside
          id="steps"
          tabIndex={-1}
          className="no-print mt-16 space-y-8 lg:sticky lg:top-6 lg:mt-0 lg:self-start"
          aria-label={t('steps')}
        >
          <Stepper label={t('steps')} steps={steps} />
          {!open.closed && (
            <div className="text-sm">
              <DeadlineWords call={open.call} locale={open.locale} />
            </div>
          )}
          <Keeping open={open} />
        </aside>
      </div>
    </>
  );
}

async function stepOf(open: OpenForm, step: string, current: boolean): Promise<Step> {
  const [t, sharing] = [await getTranslations('contribute.form.states'), await getTranslations('sharing.comments')];
  const comments = (await commentsOf(open.held.id)).filter(
    ({ section, resolvedAt }) => section.split('/')[0] === step && !resolvedAt,
  ).length;
  const note = comments > 0 ? sharing('count', { count: comments }) : undefined;
  // A missing answer on a page that was never saved is not shown as a fault; the check page lists it anyway.
  const faulty = open.issues.some(
    (issue) =>
      step === 'check' || (issue.step === step && (issue.position !== undefined || open.draft.sections.has(step))),
  );
  const answered =
    open.files.some(({ questionKey }) => questionKey === step) ||
    open.parts.some((part) => part.step === step && part.data !== undefined && says(part.data));
  const state = faulty && (answered || step !== 'check') ? 'errors' : answered ? 'done' : 'open';
  const href = open.closed && step !== 'check' ? undefined : contributePaths(open.locale, open.call.slug).step(step);
  const stateWord = t(state === 'open' ? openWord(step) : state);
  return { href, label: await stepTitle(open, step), state, stateWord, current, note };
}

/** Only questions are optional: the author has to say how to be named, and the check ends with sending. */
function openWord(step: string): 'open' | 'aboutOpen' | 'notSent' {
  if (step === 'check') return 'notSent';
  return step === 'about' ? 'aboutOpen' : 'open';
}

/** Whether anything is typed or ticked: a page that was only viewed counts as open. */
function says(data: unknown): boolean {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return Object.values(data).some(says);
  return Array.isArray(data) ? data.some(says) : data === true || (typeof data === 'string' && !isBlank(data));
}

async function Keeping({ open }: { open: OpenForm }) {
  const [t, sharing] = [await getTranslations('contribute.form'), await getTranslations('sharing')];
  const paths = contributePaths(open.locale, open.call.slug);
  const last = [...open.draft.sections.values()]
    .map(({ updatedAt }) => updatedAt.toISOString())
    .sort()
    .at(-1);
  return (
    <div className="text-sm">
      <p className="text-muted">
        <LastSaved>
          {last
            ? t.rich('lastSaved', { moment: () => <Moment key="moment" value={last} locale={open.locale} /> })
            : t('notSaved')}
        </LastSaved>
      </p>
      <details className="mt-4 border-y border-rule">
        <summary className="py-3 font-semibold">{t('share.title')}</summary>
        <div className="space-y-3 pb-4">
          <p>{t('share.body')}</p>
          <ShareLink link={privateLink(open.locale, open.held.token)} />
        </div>
      </details>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <a href={paths.share} className="link">
          {sharing('share.toShare')}
        </a>
        <a href={paths.print} className="link">
          {sharing('print.toPrint')}
        </a>
      </p>
    </div>
  );
}
