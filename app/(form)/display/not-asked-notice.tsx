import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import type { OpenForm } from '@/app/(form)/server/form';
import { sentenceOf } from '@/lib/questions/condition';

/** On the page of a question that earlier answers leave out: why, and what happens to a text typed in it. */
export async function NotAskedNotice({ open, step }: { open: OpenForm; step: string }) {
  const { questions } = open.draft.questionnaire;
  const question = questions.find(({ key }) => key === step);
  if (!question || open.asked.has(step)) return null;
  const [t, words] = [await getTranslations('contribute.form.notAsked'), await getTranslations()];
  return (
    <Notice kind="info" title={t('title')}>
      <p>
        {sentenceOf(question, questions, words)} {t('body')}
      </p>
    </Notice>
  );
}
