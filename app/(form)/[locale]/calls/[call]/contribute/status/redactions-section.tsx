import { getTranslations } from 'next-intl/server';
import { Day } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { listRedactions } from '@/lib/contributions/redaction/redactions';
import type { Locale } from '@/lib/platform/i18n/routing';
import { REDACTION_REASONS } from '@/lib/platform/redaction/marks';

/** The passages that editors took out of what readers see, with the reasons. No editor is named. */
export async function RedactionsSection({ id, locale }: { id: string; locale: Locale }) {
  const redactions = await listRedactions(id);
  if (redactions.length === 0) return null;
  const t = await getTranslations('status.redactions');
  return (
    <Section id="redactions" title={t('title')}>
      <p className="max-w-measure">{t('body')}</p>
      <ul className="mt-4 max-w-measure space-y-4">
        {redactions.map(({ id: redaction, passage, reason, note, at, lifted }) => (
          <li key={redaction} className="border-s-2 border-rule ps-4">
            <blockquote dir="auto" className="whitespace-pre-line wrap-anywhere empty:hidden">
              {passage}
            </blockquote>
            <p className="text-sm text-muted">
              {t.rich('entry', {
                reason: REDACTION_REASONS[reason],
                day: () => <Day value={at.toISOString()} locale={locale} />,
              })}
            </p>
            {lifted === null ? (
              <p dir="auto" className="text-sm whitespace-pre-line wrap-anywhere">
                {note}
              </p>
            ) : (
              <p className="text-sm">
                {t.rich('lifted', { day: () => <Day value={lifted.at.toISOString()} locale={locale} /> })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
