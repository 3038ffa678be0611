import { useLocale, useTranslations } from 'next-intl';
import { ReferenceLink } from '@/app/(site)/contributions/reference-link';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { Tag } from '@/app/ui/tag';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { PublicParticipation } from '@/lib/publication/participants/schema';

export type ParticipationRow = Omit<PublicParticipation, 'participant' | 'agreement'>;

/** What a participant did and when, and whether that is verified. */
export function ActionAndDate({ row: { action, date, verified } }: { row: ParticipationRow }) {
  const t = useTranslations('participants');
  const locale = useLocale();
  return (
    <>
      <span className="font-semibold">{t(`actions.${action}`)}</span>
      {action !== 'member' || date !== null ? ', ' : ' '}
      {date !== null && <time dateTime={date}>{sayPartialDate(date, locale)}</time>}
      {date === null && action !== 'member' && <span className="text-muted">{t('table.noDate')}</span>}
      <span className="mt-1 block">
        <Tag tone={verified ? 'ok' : 'neutral'}>{t(verified ? 'verified.yes' : 'verified.no')}</Tag>
      </span>
    </>
  );
}

/** By what it is known, who says so, and a reservation. */
export function Evidence({ row, published }: { row: ParticipationRow; published: PublishedReferences }) {
  const t = useTranslations('participants');
  const { source, link, quotation, contribution, gone } = row.evidence;
  return (
    <div className="max-w-measure space-y-1">
      {quotation !== null && (
        <figure className="border-s-2 border-rule ps-3">
          <blockquote dir="auto" className="whitespace-pre-line font-serif text-base wrap-anywhere">
            {quotation}
          </blockquote>
          <figcaption className="text-xs text-muted">{t('evidence.licence')}</figcaption>
        </figure>
      )}
      {source !== null && (
        <p dir="auto" className="wrap-anywhere">
          {source}
        </p>
      )}
      {link !== null && (
        <p>
          <a href={link} className="link wrap-anywhere" rel="nofollow noopener">
            {link}
          </a>
        </p>
      )}
      {contribution !== null && (
        <p>
          {t.rich('evidence.contribution', {
            reference: () => <ReferenceLink reference={contribution} published={published} />,
          })}
        </p>
      )}
      {gone !== null && <p className="text-muted">{t(`evidence.${gone}`)}</p>}
      <p className="text-xs text-muted">{t(`declared.${row.declaredBy}`)}</p>
      {row.reservation !== null && (
        <details className="text-sm">
          <summary className="link w-fit">{t('evidence.reservation')}</summary>
          <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
            {row.reservation}
          </p>
        </details>
      )}
    </div>
  );
}
