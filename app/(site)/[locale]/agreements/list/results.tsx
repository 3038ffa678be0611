import { useLocale, useTranslations } from 'next-intl';
import { SearchEverywhere } from '@/app/(site)/selection/search-everywhere';
import { EmptyState } from '@/app/ui/empty-state';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { groupBySpace } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import { AgreementLine } from './agreement-line';
import type { Listing } from './listing';

/** The agreements of this page: grouped by space in the default order, else one list. */
export function Results({ listing }: { listing: Listing }) {
  const t = useTranslations('agreements');
  const facts = useTranslations('facts');
  const { entries, order, sought, inSpace } = listing;
  if (listing.count === 0) return <Nothing listing={listing} />;
  if (order || sought) return <Lines listing={listing} agreements={entries} />;
  return groupBySpace(entries, 'name').map(({ space, agreements }) => (
    <section key={space} aria-labelledby={space} className="mt-10 first:mt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-ink pb-2">
        <h2 id={space} className="text-xl leading-snug">
          {space === 'unplaced' ? t('unplaced') : facts(`space.choices.${space}`)}
        </h2>
        <p className="text-sm text-muted">{t('count', { count: inSpace.get(space) ?? 0 })}</p>
      </div>
      <Lines listing={listing} agreements={agreements} />
    </section>
  ));
}

function Lines({ listing, agreements }: { listing: Listing; agreements: readonly PublicAgreement[] }) {
  return (
    <ul>
      {agreements.map((agreement) => (
        <AgreementLine key={agreement.slug} agreement={agreement} listing={listing} />
      ))}
    </ul>
  );
}

/** Why the list is empty: an empty dataset, a time before it, an unknown name, or too many conditions. */
function Nothing({ listing: { total, at, sought, choices } }: { listing: Listing }) {
  const t = useTranslations('agreements');
  const base = pathsIn(useLocale()).agreements;
  if (total === 0 && !at) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  if (total === 0) {
    const link = (words: React.ReactNode) => (
      <a href={base} className="link">
        {words}
      </a>
    );
    return <EmptyState title={t('list.none.early')}>{t.rich('list.none.earlyBody', { link })}</EmptyState>;
  }
  return (
    <EmptyState title={t('list.none.title')} action={<SearchEverywhere words={sought} />}>
      <p>
        {sought && choices.size === 0 ? t('list.none.sought', { text: sought }) : t('list.none.body', { count: total })}
      </p>
    </EmptyState>
  );
}
