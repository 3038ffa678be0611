import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { localeOf } from '@/app/(site)/frame/locale';
import { StepFields } from '@/app/(form)/[locale]/calls/[call]/contribute/[step]/step-fields';
import { walkOn } from '@/app/(form)/preview/actions';
import { previewedForm } from '@/app/(form)/preview/previewed-form';
import { PreviewWalk } from '@/app/(form)/preview/preview-walk';
import type { WalkStep, WalkWords } from '@/app/(form)/preview/preview-walk';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf, stepTitle } from '@/app/(form)/server/names';
import { readValues } from '@/lib/contributions/drafts/values';
import { pathsIn } from '@/lib/platform/i18n/paths';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/preview/[token]/form'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calls.preview'))('formTitle') };
}

/** The form of a call that may not be public yet, to be tried without anything being stored. */
export default async function PreviewFormPage({ params }: Props) {
  const locale = await localeOf(params);
  const { token } = await params;
  const form = await previewedForm(locale, token);
  if (!form) notFound();
  const t = await getTranslations('calls.preview');
  const [words, address] = [await wordsOf(), pathsIn(locale).callPreviewForm(token)];
  return (
    <>
      <PageHeader eyebrow={form.call.texts.title} title={t('formTitle')}>
        <Notice kind="warning" title={t('notStored')}>
          <p>{t('notStoredBody')}</p>
        </Notice>
        <LinkButton href={pathsIn(locale).callPreview(token)} variant="secondary" className="mt-6">
          {t('toCall')}
        </LinkButton>
      </PageHeader>
      <PreviewWalk
        walk={walkOn.bind(null, { locale, token })}
        address={address}
        steps={await stepsOf(form)}
        names={await namesOf(form.dataset)}
        words={words}
      />
    </>
  );
}

async function stepsOf(open: OpenForm): Promise<WalkStep[]> {
  const t = await getTranslations('contribute.form');
  const { questions, about } = open.draft.questionnaire;
  return Promise.all(
    open.parts.map(async ({ step, section }, at) => {
      const question = questions.find(({ key }) => key === step);
      return {
        step,
        section,
        title: await stepTitle(open, step),
        number: t('step', { call: open.call.texts.title, number: at + 1, count: open.steps.length }),
        lead: question?.title,
        help: question ? question.help : about.help,
        blank: readValues(section.kind, undefined),
        fields: <StepFields open={open} step={step} />,
      };
    }),
  );
}

async function wordsOf(): Promise<WalkWords> {
  const t = await getTranslations('calls.preview.walk');
  return {
    next: t('next'),
    back: t('back'),
    check: t('check'),
    checkBody: t('checkBody'),
    ready: t('ready'),
    notReady: t('notReady'),
    finish: t('finish'),
    finished: t('finished'),
    needsDraft: t('needsDraft'),
    failed: t('failed'),
  };
}
