import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Signatories } from '@/lib/agreements/schema';
import { sayPartialDate } from '@/lib/platform/i18n/dates';

/** How many, of what, as of when; the list behind a fold, because it can be long. */
export function SignatoriesValue({ signatories }: { signatories: Signatories }) {
  const t = useTranslations('agreements.signatories');
  const format = useFormatter();
  const locale = useLocale();
  const { count, unit, asOf, list, link } = signatories;
  const amount = count === undefined ? unit : [format.number(count), unit ?? t('unit', { count })].join(' ');
  const date = asOf && sayPartialDate(asOf, locale);
  return (
    <div className="space-y-1">
      {(amount || date) && (
        <p dir="auto">{!date ? amount : amount ? t('asOf', { amount, date }) : t('dateOnly', { date })}</p>
      )}
      {link && (
        <p>
          <a href={link} className="link wrap-anywhere" rel="noopener">
            {link}
          </a>
        </p>
      )}
      {list && (
        <details>
          <summary className="link w-fit text-sm">{t('list', { count: list.length })}</summary>
          <ul className="mt-2 gap-x-8 text-sm sm:columns-2 lg:columns-3">
            {list.map((name) => (
              <li key={name} dir="auto" className="break-inside-avoid">
                {name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
