import { DifferenceList } from '@/app/ui/difference-list';
import { differencesInWords, differenceWords } from '@/app/(form)/display/difference-words';
import { sayMoment } from '@/lib/platform/i18n/dates';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';

/** How each corrected version differs from the one before it, the newest first. */
export async function VersionDifferences({
  contribution: { versions, questions, cellTitles },
}: {
  contribution: ReviewContribution;
}) {
  if (versions.length === 0) return null;
  const words = await differenceWords();
  const shown = await Promise.all(
    versions.map(async ({ before, after, ...version }) => ({
      ...version,
      items: await differencesInWords({ before, after, questions, names: cellTitles }),
    })),
  );
  return (
    <section aria-labelledby="differences" className="border-t border-ink pt-6 pb-10">
      <h2 id="differences" className="text-2xl">
        What the contributor has changed
      </h2>
      {shown.map(({ number, at, items }, index) => (
        <details key={number} open={index === 0} className="mt-3 border-b border-rule pb-4">
          <summary className="py-2 font-semibold">
            Version {number} against version {number - 1}, sent{' '}
            <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>
          </summary>
          {items.length > 0 ? (
            <DifferenceList items={items} words={words} />
          ) : (
            <p className="text-muted">Nothing in texts, agreements, projects and proposed values.</p>
          )}
        </details>
      ))}
    </section>
  );
}
