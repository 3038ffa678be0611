import type { Metadata } from 'next';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { requireActor } from '@/app/server/session';
import { EmptyState } from '@/app/ui/empty-state';
import { MonthsFigure } from '@/app/(site)/[locale]/statistics/months-figure';
import { StatisticsSection } from '@/app/(site)/[locale]/statistics/statistics-section';
import { can } from '@/lib/accounts/policy';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readStatistics } from '@/lib/publication/statistics/statistics';
import { statisticsTables } from '@/lib/publication/statistics/tables';

export const metadata: Metadata = { title: 'Statistics' };

/** How many contributions came in, from where, what became of them, and how long it took. */
export default async function DeskStatisticsPage() {
  const actor = await requireActor('/desk/statistics', 'contribution.read');
  const statistics = await readStatistics(can(actor, 'contact.read') ? 'desk' : 'observer');
  const words = wordsIn('en');
  const tables = statisticsTables(statistics, words, 'en');
  return (
    <>
      <DeskTitle
        title="Statistics"
        lead="All contributions that were sent, the drafts that were begun, and how long contributors waited. A deleted draft is not counted any more. Readers see what is published only, in groups of five or more."
      />
      {tables.length === 0 && <EmptyState title="Nothing to count yet">No contribution has been begun yet.</EmptyState>}
      <MonthsFigure counts={statistics.months} words={words} />
      <div className="3xl:grid 3xl:grid-cols-2 3xl:gap-x-16">
        {tables.map((table) => (
          <StatisticsSection
            key={table.name}
            table={table}
            locale="en"
            csv={{ href: `/desk/statistics/${table.name}.csv`, label: words('statistics.download') }}
            few="–"
          />
        ))}
      </div>
    </>
  );
}
