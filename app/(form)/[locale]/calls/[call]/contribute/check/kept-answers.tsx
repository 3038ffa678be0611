import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { keptUnasked } from '@/app/(form)/server/asked';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { sentenceOf } from '@/lib/questions/condition';

/** Answers to questions that are not asked any more: they stay in the draft and are not sent. */
export async function KeptAnswers({ open }: { open: OpenForm }) {
  const kept = keptUnasked(open);
  if (kept.length === 0) return null;
  const [t, words] = [await getTranslations('contribute.check.kept'), await getTranslations()];
  const paths = contributePaths(open.locale, open.call.slug);
  const { questions } = open.draft.questionnaire;
  return (
    <Notice kind="info" id="kept" title={t('title', { count: kept.length })}>
      <p>{t('body')}</p>
      <ul className="mt-2 list-['–__'] space-y-2 ps-4">
        {kept.map((question) => (
          <li key={question.key}>
            {open.closed ? (
              question.shortTitle
            ) : (
              <a href={`${paths.step(question.key)}?from=check`} className="link">
                {question.shortTitle}
              </a>
            )}
            <span className="block text-sm">{sentenceOf(question, questions, words)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
