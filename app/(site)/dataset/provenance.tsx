import { useLocale, useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { Markdown } from '@/app/ui/markdown';
import { Day } from '@/app/ui/moment';
import { PartialDate } from '@/app/ui/partial-date';
import { noteBeside } from '@/lib/agreements/facts/pieces';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { PublicCell } from '@/lib/publication/schema';
import { sourceId, sourceNumber } from './sources';

/** The number that links to a cell's source, after its value like a footnote's. */
export function SourceMark({ cell, sources }: { cell: PublicCell | undefined; sources: readonly string[] }) {
  const t = useTranslations('agreements.provenance');
  const number = sourceNumber(cell, sources);
  if (number === null) return null;
  return (
    <a
      href={`#${sourceId(number)}`}
      aria-label={t('source', { number })}
      className="ms-1 inline-block min-w-6 px-1 text-xs text-accent no-underline hover:underline"
    >
      [{number}]
    </a>
  );
}

/** Where a value comes from: its note, its as-of date, and its contributions with the day of the decision. */
export function Provenance({ cell, published }: { cell: PublicCell; published: PublishedReferences }) {
  const t = useTranslations('agreements.provenance');
  const locale = useLocale();
  const note = noteBeside(cell);
  if (!note && !cell.asOf && cell.contributions.length === 0 && !cell.sureness) return null;
  return (
    <div className="max-w-measure space-y-1 text-sm text-muted">
      {note && <Markdown text={note} className="!text-sm !leading-normal text-ink" />}
      {(cell.asOf || cell.sureness) && (
        <p>
          {cell.asOf && t.rich('asOf', { date: () => <PartialDate value={cell.asOf ?? ''} locale={locale} /> })}{' '}
          <Sureness cell={cell} />
        </p>
      )}
      <Origin cell={cell} published={published} />
    </div>
  );
}

/** How sure a value is, in one sentence: its kind of source, who decided, when it was verified, and who confirmed it. */
function Sureness({ cell: { sureness, asOf } }: { cell: PublicCell }) {
  const [t, kinds] = [useTranslations('agreements.provenance'), useTranslations('sources.kinds')];
  const locale = useLocale();
  if (!sureness) return null;
  const { sourceKind, decidedBy, verifiedOn, confirmations } = sureness;
  const verified =
    decidedBy === 'import' && (verifiedOn === null || verifiedOn === asOf) ? 'verifiedNever' : 'verified';
  return (
    <span className="text-xs">
      {[
        sourceKind && kinds(sourceKind),
        t(`decidedBy.${decidedBy}`),
        t(verified, { date: verifiedOn === null ? '' : sayPartialDate(verifiedOn, locale) }),
        t('confirmations', { count: confirmations }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

/**
 * The contributions behind a value, with their authors as far as public and the day of the decision; nothing for a
 * value imported with the paper.
 */
export function Origin({ cell, published }: { cell: PublicCell; published: PublishedReferences }) {
  const t = useTranslations('agreements.provenance');
  const authors = useTranslations('contributions');
  const locale = useLocale();
  if (cell.contributions.length === 0) return null;
  const references = cell.contributions.map((reference, at) => {
    const attribution = published.get(reference);
    return (
      <span key={reference}>
        {at > 0 && ', '}
        <ReferenceLink reference={reference} published={published} />
        {attribution && (
          <span>
            {' '}
            (
            <bdi>
              {sayAuthor(attribution, { anonymous: authors('anonymousAuthor'), unnamed: authors('unnamedAuthor') })}
            </bdi>
            )
          </span>
        )}
      </span>
    );
  });
  const { decidedAt } = cell;
  if (decidedAt === null) return <p>{t.rich('contributionUndated', { references: () => references })}</p>;
  return (
    <p>
      {t.rich('contribution', { references: () => references, date: () => <Day value={decidedAt} locale={locale} /> })}
    </p>
  );
}
