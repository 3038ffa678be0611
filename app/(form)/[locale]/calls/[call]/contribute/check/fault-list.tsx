import { getTranslations } from 'next-intl/server';
import { ErrorSummary } from '@/app/ui/error-summary';
import { fieldId } from '@/app/(form)/form/names';
import { fieldLabel } from '@/app/(form)/form/field-labels';
import { sentenceOf } from '@/app/(form)/form/sentences';
import { questionOf } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf, stepTitle } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import type { LocatedIssue } from '@/lib/contributions/drafts/assembly';
import { CHECK_STEP } from '@/lib/contributions/drafts/steps';

/** All faults that block the submission; each line links to its field. */
export async function FaultList({ open }: { open: OpenForm }) {
  const [t, form, sentences] = [
    await getTranslations('contribute.check'),
    await getTranslations(),
    await getTranslations('errors'),
  ];
  const [names, paths] = [await namesOf(open.dataset), contributePaths(open.locale, open.call.slug)];
  const line = async ({ step, position, name, message }: LocatedIssue) => {
    const sentence = sentenceOf(sentences, message);
    if (step === CHECK_STEP) return { href: paths.step(open.steps[0] ?? CHECK_STEP), message: sentence };
    const where = `${await stepTitle(open, step)}${name === 'cells' ? '' : `, ${fieldLabel(form, names, name, questionOf(open, step))}`}`;
    return {
      href: `${paths.step(step, position)}?from=check#${fieldId(name)}`,
      message: t('at', { step: where, message: sentence }),
    };
  };
  const lines = await Promise.all(open.issues.map(line));
  return <ErrorSummary title={t('errors', { count: lines.length })} errors={lines} live={false} autoFocus />;
}
