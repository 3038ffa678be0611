import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Moment } from '@/app/ui/moment';
import { Stepper } from '@/app/ui/stepper';
import { DeadlineWords } from '@/app/(form)/display/deadline-words';
import { NewerVersionNotice } from '@/app/(form)/display/newer-version-notice';
import { OnBehalfNotice } from '@/app/(form)/display/on-behalf-notice';
import { NotAskedNotice } from '@/app/(form)/display/not-asked-notice';
import type { OpenForm } from '@/app/(form)/server/form';
import { showsFaults } from '@/app/(form)/server/titles';
import { contributePaths, privateLink } from '@/app/(form)/server/paths';
import { readDraftAddress } from '@/lib/contributions/mailed-links';
import { StepComments } from '@/app/(form)/sharing/step-comments';
import { sendLinkByMail } from '@/app/(form)/server/return-actions';
import { LastSaved } from './last-saved';
import { SendLinkForm } from './send-link-form';
import { ShareLink } from './share-link';
import { listSteps, sectionOf } from './step-list';

type StepShellProps = {
  open: OpenForm;
  step: string;
  /** Of one entry of a list. */ position?: number;
  title: string;
  lead?: string;
  help?: ReactNode;
  saved?: boolean;
  /** How the link by mail ended that was asked for without a script. */ mailed?: string | string[];
  children: ReactNode;
};

/** The page around a step: the question, the step, the progress, and how to return later. */
export async function StepShell({
  open,
  step,
  position,
  title,
  lead,
  help,
  saved = false,
  mailed,
  children,
}: StepShellProps) {
  const t = await getTranslations('contribute.form');
  const steps = await listSteps(open, step);
  const section = sectionOf(open, step);
  const place = { call: open.call.texts.title, number: open.steps.indexOf(step) + 1, count: open.steps.length };
  return (
    <>
      <PageHeader
        eyebrow={
          !open.steps.includes(step)
            ? t('stepOf', place)
            : section.title
              ? t('stepIn', { ...place, section: section.title })
              : t('step', place)
        }
        title={title}
        lead={lead}
        compact
      >
        {section.help && <div className="mb-4 max-w-measure whitespace-pre-line">{section.help}</div>}
        {help && <StepHelp help={help} />}
      </PageHeader>
      <details className="no-print mb-3 md:-mt-10 lg:hidden">
        <summary className="link w-fit cursor-pointer py-1">{(await getTranslations('finding.steps'))('jump')}</summary>
        <div className="mt-3">
          <Stepper label={t('steps')} steps={steps} />
          <Until open={open} />
        </div>
      </details>
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0 space-y-4 sm:space-y-8 lg:space-y-10">
          {saved && (
            <div id="saved" tabIndex={-1} autoFocus={!showsFaults(open, step, position)}>
              <Notice kind="success" role="status" title={t('saved')}>
                <p>{t('savedBody')}</p>
              </Notice>
            </div>
          )}
          <OnBehalfNotice open={open} />
          <NewerVersionNotice open={open} />
          <NotAskedNotice open={open} step={step} />
          {children}
          <StepComments open={open} step={step} position={position} />
        </div>
        <aside
          id="steps"
          tabIndex={-1}
          className="no-print mt-4 space-y-4 lg:space-y-8 lg:sticky lg:top-6 lg:mt-0 lg:self-start"
          aria-label={t('steps')}
        >
          <div className="hidden lg:block">
            <Stepper label={t('steps')} steps={steps} />
          </div>
          <div className="hidden lg:block">
            <Until open={open} />
          </div>
          <Keeping open={open} mailed={typeof mailed === 'string' ? mailed : undefined} />
        </aside>
      </div>
    </>
  );
}

/** The longest help that is shown at once, in characters: about four lines of a phone. */
const SHORT_HELP = 160;

/** What the questionnaire says on the step; a long text is folded. */
async function StepHelp({ help }: { help: ReactNode }) {
  if (typeof help !== 'string' || help.length <= SHORT_HELP)
    return <div className="max-w-measure text-muted">{help}</div>;
  return (
    <details className="max-w-measure">
      <summary className="w-fit py-1">{(await getTranslations('progress.fold'))('help')}</summary>
      <p className="text-muted">{help}</p>
    </details>
  );
}

/** The deadline, while the step can be changed. */
function Until({ open }: { open: OpenForm }) {
  if (open.closed) return null;
  return (
    <div className="mt-3 text-sm lg:mt-0">
      <DeadlineWords call={open.call} locale={open.locale} />
    </div>
  );
}

async function Keeping({ open, mailed }: { open: OpenForm; mailed?: string }) {
  const [t, sharing] = [await getTranslations('contribute.form'), await getTranslations('sharing')];
  const paths = contributePaths(open.locale, open.call.slug);
  // An editor's link to what they enter on behalf is theirs alone.
  const mayShare = open.held.link.editorId === null;
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
      {mayShare && (
        <details className="mt-2 border-y border-rule lg:mt-4">
          <summary className="py-2 font-semibold lg:py-3">{t('share.title')}</summary>
          <div className="space-y-3 pb-4">
            <p>{t('share.body')}</p>
            <ShareLink link={privateLink(open.locale, open.held.token)} />
          </div>
        </details>
      )}
      {mayShare && <ByMail open={open} mailed={mailed} />}
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-2 lg:mt-4">
        {mayShare && (
          <a href={paths.share} className="link">
            {sharing('share.toShare')}
          </a>
        )}
        <a href={paths.print} className="link">
          {sharing('print.toPrint')}
        </a>
      </p>
    </div>
  );
}

/** The private link by mail: of a draft to an address that is asked for here; a sent contribution has its status page. */
async function ByMail({ open: { held, locale, call }, mailed }: { open: OpenForm; mailed?: string }) {
  const t = await getTranslations('returning.correcting');
  if (held.status !== 'draft')
    return (
      <p className="mt-4">
        <a href={`${contributePaths(locale, call.slug).status}#private`} className="link">
          {t('toStatus')}
        </a>
      </p>
    );
  return (
    <SendLinkForm
      action={sendLinkByMail.bind(null, { locale, call: call.slug })}
      contribution={held.id}
      known={await readDraftAddress(held.id)}
      closes={call.state === 'open' && call.closesAt !== null}
      told={mailed}
    />
  );
}
