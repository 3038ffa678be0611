import { useLocale, useTranslations } from 'next-intl';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';

/** The answers of published contributions as files, and the tables of the questions that ask for records. */
export function AnswerFiles({ call, questions }: { call: string; questions: readonly Question[] }) {
  const [t, paths] = [useTranslations('answers'), pathsIn(useLocale())];
  const tables = questions.filter((question) => kindOf(question).table);
  const files = [
    { href: paths.callAnswers(call, 'csv'), name: t('files.csv') },
    { href: paths.callAnswersByQuestion(call), name: t('files.csvByQuestion') },
    { href: paths.callAnswers(call, 'xlsx'), name: t('files.xlsx') },
  ];
  return (
    <div className="mt-6 max-w-measure">
      <h3>{t('files.title')}</h3>
      <p className="mt-1 text-muted">{t('files.body')}</p>
      <ul className="mt-3 space-y-1">
        {tables.map(({ key, shortTitle }) => (
          <li key={key}>
            <a href={paths.callRecords(call, key)} className="link">
              {t('records.link', { question: shortTitle })}
            </a>
          </li>
        ))}
        {files.map(({ href, name }) => (
          <li key={href}>
            <a href={href} className="link">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
