import type { Metadata } from 'next';
import { filePaths } from '@/app/(form)/files/paths';
import { FilesPage } from '@/app/(form)/files/files-page';
import { StepFiles, StepFilesForm } from '@/app/(form)/files/step-files';
import { StepForm } from '@/app/(form)/form/step-form';
import { StepPosting } from '@/app/(form)/form/step-posting';
import { StepShell } from '@/app/(form)/form/step-shell';
import { RejectedForm } from '@/app/(form)/form/rejected-form';
import { openForm, questionOf } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf, stepTitle } from '@/app/(form)/server/names';
import { lostWhileSending, openDraft } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { saveStep } from '@/app/(form)/server/save-step';
import { showsFaults, shownIssuesOf, titleOfStep } from '@/app/(form)/server/titles';
import { nullWhenDatabaseDown } from '@/app/(form)/server/null-when-database-down';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { FILE_PROBLEMS } from '@/lib/contributions/files/constants';
import { readDraftAddress } from '@/lib/contributions/mailed-links';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { CHECK_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { StepFields } from './step-fields';

type Props = PageProps<'/[locale]/calls/[call]/contribute/[step]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { call, step } = await params;
  const open = await nullWhenDatabaseDown(openForm(locale, call));
  if (!open?.parts.some((part) => part.step === step)) return {};
  return {
    title: await titleOfStep(open, step, { title: await stepTitle(open, step), faulty: showsFaults(open, step) }),
  };
}

export default async function StepPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { call, step } = await params;
  const [save, here] = [saveStep.bind(null, { locale, call, step }), contributePaths(locale, call).step(step)];
  const revoked = await nullWhenDatabaseDown(lostWhileSending(call));
  const open = revoked === false ? await nullWhenDatabaseDown(openDraft(locale, call)) : null;
  if (!open) return <RejectedForm save={save} address={here} reason={revoked ? 'not_with_this_link' : 'unavailable'} />;
  const part = open.parts.find((one) => one.step === step && one.position === undefined);
  if (!part || step === CHECK_STEP) return <Missing locale={locale} />;
  const { from, saved, problem, file, files: alone, find, link } = await searchParams;
  const question = questionOf(open, step);
  const { about } = open.draft.questionnaire;
  const stored = open.draft.sections.get(step);
  const address = filePaths(locale, call, step).files;
  const files = open.files.filter(({ questionKey }) => questionKey === step);
  const shown = {
    ...{ address, stored: files, accepts: open.call.acceptsFiles },
    problem: FILE_PROBLEMS.find((one) => one === file),
  };
  if (alone !== undefined && question) return <FilesPage title={question.shortTitle} back={here} files={shown} />;
  return (
    <StepPosting save={save} address={here}>
      <StepShell
        open={open}
        step={step}
        title={question?.shortTitle ?? about.title}
        lead={question?.title}
        help={question ? question.help : about.help}
        saved={saved !== undefined}
        mailed={link}
      >
        <StepForm
          save={save}
          draftId={open.held.id}
          address={here}
          section={part.section}
          stored={{
            values: await initialValues(part, open),
            version: stored?.version ?? 0,
            issues: shownIssuesOf(open, step, undefined, { fromCheck: from === 'check' }),
          }}
          names={await namesOf(open.dataset)}
          fromCheck={from === 'check'}
          saved={saved !== undefined}
        >
          <StepFields
            open={open}
            step={step}
            problem={problem === 'choose' || problem === 'room' ? problem : undefined}
            find={find}
          />
          {question && (open.call.acceptsFiles || files.length > 0) && <StepFiles {...shown} />}
        </StepForm>
        {question && <StepFilesForm address={address} />}
      </StepShell>
    </StepPosting>
  );
}

/**
 * What is stored; about an author of whom nothing is stored yet, that they write in the language of the page, and the
 * address to which they had the private link sent.
 */
async function initialValues({ section, data }: DraftPart, { locale, held }: OpenForm) {
  const values = readValues(section.kind, data);
  if (section.kind !== 'about' || data !== undefined) return values;
  const email = held.status === 'draft' ? (await readDraftAddress(held.id))?.address : undefined;
  return { ...values, language: locale, ...(email !== undefined && { email }) };
}
