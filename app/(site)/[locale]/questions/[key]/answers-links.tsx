import { getLocale, getTranslations } from 'next-intl/server';
import { sharedQuestions } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** Links to the answers over the years, for those of these questions that several calls ask. */
export async function AnswersLinks({ questions }: { questions: readonly { key: string; title: string }[] }) {
  const locale = await getLocale();
  const [t, shared] = await Promise.all([getTranslations('years'), sharedQuestions(locale)]);
  const linked = questions.filter(({ key }) => shared.includes(key));
  if (linked.length === 0) return null;
  return (
    <nav aria-label={t('eyebrow')} className="no-print mt-6 max-w-measure text-sm">
      <p className="font-semibold">{t('eyebrow')}</p>
      <ul className="mt-1 space-y-1">
        {linked.map(({ key, title }) => (
          <li key={key} dir="auto">
            <a href={pathsIn(locale).answers(key)} className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
