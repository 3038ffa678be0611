import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StepShell } from '@/app/(form)/form/step-shell';
import { UnsavedSteps } from '@/app/(form)/form/unsaved-steps';
import type { OpenForm } from '@/app/(form)/server/form';
import { DeadlineWords } from '@/app/(form)/display/deadline-words';
import { openForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { openDraft } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { submitDraft } from '@/app/(form)/server/submit-draft';
import { titleOfStep } from '@/app/(form)/server/titles';
import { SignOffSection } from '@/app/(form)/sharing/sign-off-section';
import { localeOf } from '@/app/(site)/frame/locale';
import { assemble } from '@/lib/contributions/drafts/assembly';
import { ABOUT_STEP, fingerprintOf } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { contactDetailsIn } from '@/lib/platform/text/contact-details';
import { AboutReading } from './about-reading';
import { CheckEnd } from './check-end';
import { ClosedNotice } from './closed-notice';
import type { ContactsInTexts } from './contacts-question';
import { CorrectionHead } from './correction-head';
import { DroppedNotice } from './dropped-notice';
import { FaultList } from './fault-list';
import { KeptAnswers } from './kept-answers';
import { LeftBehind } from './left-behind';
import { QuestionReadings } from './question-readings';
import { SubmitForm } from './submit-form';

type Props = PageProps<'/[locale]/calls/[call]/contribute/check'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const open = await openForm(locale, (await params).call);
  const title = (await getTranslations('contribute.check'))('title');
  return {
    title: open ? await titleOfStep(open, 'check', { title, faulty: !open.closed && open.issues.length > 0 }) : title,
  };
}

export default async function CheckPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { call } = await params;
  const open = await openDraft(locale, call, 'even if closed');
  const t = await getTranslations('contribute.check');
  const lapsed = open.closed && open.call.state === 'closed' && open.draft.status === 'draft';
  return (
    <StepShell
      open={open}
      step="check"
      title={lapsed ? (await getTranslations('finding.closing'))('draft') : t('title')}
      lead={open.closed ? undefined : t('lead')}
      mailed={(await searchParams).link}
    >
      {lapsed && <ClosedNotice open={open} />}
      {open.correcting && <CorrectionHead open={open} />}
      {!open.closed && <FaultList open={open} />}
      {!open.closed && <DroppedNotice open={open} />}
      <KeptAnswers open={open} />
      <LeftBehind open={open} />
      {!lapsed && (
        // Beside the steps, where the screen is wide enough for it, there is the same link.
        <p className="no-print max-lg:hidden">
          <a href={contributePaths(locale, call).print} className="link">
            {t('print')}
          </a>
        </p>
      )}
      <div className="border-b border-rule">
        <QuestionReadings open={open} />
        <AboutReading open={open} />
      </div>
      {!open.closed && <SignOffSection open={open} />}
      {!open.closed && <UnsavedSteps draftId={open.held.id} titles={await titlesByAddress(open)} />}
      {!open.closed && (
        <div className="max-lg:hidden">
          <DeadlineWords call={open.call} locale={locale} />
        </div>
      )}
      {!open.closed && (
        <SubmitForm
          submit={submitDraft.bind(null, { locale, call })}
          draftId={open.held.id}
          seen={fingerprintOf(open.draft.sections, open.files)}
          blocked={open.issues.length > 0}
          address={`${contributePaths(locale, call).check}#submit-title`}
          contacts={contactsIn(open)}
          onBehalf={open.held.link.editorId !== null}
          editorsOnly={attributionIn(open) === 'editors_only'}
        />
      )}
      <CheckEnd open={open} />
    </StepShell>
  );
}

const attributionIn = ({ draft }: OpenForm) => readValues('about', draft.sections.get(ABOUT_STEP)?.data).attribution;

/**
 * In the published part: not in "about you", where the author chooses field by field, and not in notes for the editors.
 */
function contactsIn({ sending, draft }: OpenForm): ContactsInTexts {
  const { about: _, proposals, ...words } = assemble(sending);
  const proposed = Array.isArray(proposals) ? proposals.map((proposal: { changes?: unknown }) => proposal.changes) : [];
  return { found: contactDetailsIn([words, proposed]).map(({ text }) => text), shown: draft.showsContacts };
}

async function titlesByAddress(open: OpenForm): Promise<Record<string, string>> {
  const paths = contributePaths(open.locale, open.call.slug);
  return Object.fromEntries(
    await Promise.all(
      [...open.draft.questionnaire.questions.map(({ key }) => key), ABOUT_STEP].map(
        async (step) => [paths.step(step), await stepTitle(open, step)] as const,
      ),
    ),
  );
}
