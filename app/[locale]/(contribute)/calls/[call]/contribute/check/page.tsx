import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { StepShell } from '@/app/[locale]/(contribute)/_form/step-shell';
import { openDraft } from '@/app/[locale]/(contribute)/_server/open-draft';
import { contributePaths } from '@/app/[locale]/(contribute)/_server/paths';
import { submitDraft } from '@/app/[locale]/(contribute)/_server/submit-draft';
import { localeOf } from '@/app/[locale]/locale';
import { fingerprintOf } from '@/lib/contributions/drafts/steps';
import { AboutReading } from './about-reading';
import { FaultList } from './fault-list';
import { QuestionReading } from './question-reading';
import { SubmitForm } from './submit-form';

type Props = PageProps<'/[locale]/calls/[call]/contribute/check'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: (await getTranslations('contribute.check'))('title') };
}

export default async function CheckPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call } = await params;
  const open = await openDraft(locale, call, 'even if closed');
  const t = await getTranslations('contribute.check');
  return (
    <StepShell open={open} step="check" title={t('title')} lead={t('lead')}>
      {open.call.state === 'closed' && (
        <Notice kind="warning" title={t('closed.title')}>
          <p>{t('closed.body')}</p>
        </Notice>
      )}
      <FaultList open={open} />
      <LinkButton href={contributePaths(locale, call).print} variant="secondary" className="no-print">
        {t('print')}
      </LinkButton>
      <div>
        {open.draft.questionnaire.questions.map((question) => (
          <QuestionReading key={question.key} open={open} question={question} />
        ))}
        <AboutReading open={open} />
      </div>
      {open.call.state !== 'closed' && (
        <SubmitForm submit={submitDraft.bind(null, { locale, call })} draftId={open.held.id} seen={fingerprintOf(open.draft.sections, open.files)} blocked={open.issues.length > 0} address={`${contributePaths(locale, call).check}#submit-title`} />
      )}
    </StepShell>
  );
}
