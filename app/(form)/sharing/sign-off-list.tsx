import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Moment } from '@/app/ui/moment';
import type { SignOff } from '@/lib/contributions/sign-offs';
import type { Locale } from '@/lib/platform/i18n/routing';

type SignOffListProps = {
  answers: SignOff[];
  locale: Locale;
  /** The version of the text being edited; null where none is. */ version: string | null;
  /** What links are called, by id. */ labels: ReadonlyMap<string, string>;
  /** More on an answer to an earlier text. */ since?: (answer: SignOff) => ReactNode;
};

/** Who approved which version and when, and who asked for which changes: for those who work on the contribution. */
export async function SignOffList({ answers, locale, version, labels, since }: SignOffListProps) {
  const t = await getTranslations('signoff.answer');
  return (
    <ul className="max-w-measure space-y-4">
      {answers.map((answer) => {
        const { id, linkId, name, office, outcome, text, at, sent } = answer;
        const isCurrent = answer.version === version;
        const label = linkId === null ? undefined : labels.get(linkId);
        return (
          <li key={id}>
            <span dir="auto" className="font-semibold">
              {office ? t('signed', { name, office }) : name}
            </span>{' '}
            {t(isCurrent ? outcome : sent ? `${outcome}Sent` : `${outcome}Earlier`)}
            <span className="block text-sm text-muted">
              {t('version', { version: answer.version })} · <Moment value={at.toISOString()} locale={locale} />
              {label !== undefined && (
                <>
                  {' '}
                  · <span dir="auto">{t('via', { label })}</span>
                </>
              )}
            </span>
            {text && (
              <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
                {text}
              </p>
            )}
            {!isCurrent && !sent && since?.(answer)}
          </li>
        );
      })}
    </ul>
  );
}
