import { Notice } from '@/app/ui/notice';
import { sayCount } from '@/lib/platform/text/say-count';
import type { SynthesisCheck } from '@/lib/publication/reports/synthesis/check';
import { isPublishable } from '@/lib/publication/reports/synthesis/check';
import type { ReportCount } from '@/lib/publication/reports/synthesis/counts';

/** The notation, and every count with what it says now. */
export function CountList({ counts }: { counts: readonly ReportCount[] }) {
  return (
    <section aria-labelledby="counts" className="py-6">
      <h2 id="counts" className="text-2xl">
        Citations and counts
      </h2>
      <div className="mt-1 max-w-[46rem] space-y-2 text-muted">
        <p>
          <code>[@BPF-2020-001]</code> cites a contribution and becomes a link to it; several are parted by semicolons:{' '}
          <code>[@BPF-2020-001; @BPF-2020-002]</code>.
        </p>
        <p>
          A number is never typed: copy its notation from this list, and the report has the number of the day on which
          it is published. Groups of fewer than five contributors have no number.
        </p>
      </div>
      <details className="mt-3" open>
        <summary className="link w-fit">{sayCount(counts.length, 'count')}</summary>
        <ul id="count-list" className="mt-3 border-t border-rule">
          {counts.map(({ name, counts: about, says }) => (
            <li key={name} className="border-b border-rule py-2">
              <code className="font-mono text-sm font-semibold wrap-anywhere">{`{count:${name}}`}</code>
              <p className="text-sm">
                <span className="text-muted">{about}:</span> {says}
              </p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What the stored text lacks. */
export function CheckSection({ check }: { check: SynthesisCheck }) {
  const { uncited, unknownReferences, unknownCounts, typedNumbers } = check;
  const parts = [
    { title: 'Citations that lead to no contribution of this report', items: unknownReferences },
    { title: 'Counts that there are not', items: unknownCounts.map((name) => `{count:${name}}`) },
    { title: 'Numbers that were typed', items: typedNumbers.map(({ section, words }) => `${section}: … ${words} …`) },
    { title: 'Published contributions that the text does not cite', items: uncited },
  ].filter(({ items }) => items.length > 0);
  return (
    <section aria-labelledby="check" className="py-6">
      <h2 id="check" className="text-2xl">
        Check of the stored text
      </h2>
      {!isPublishable(check) && (
        <div className="mt-3 max-w-[46rem]">
          <Notice kind="warning" title="With these citations or counts it can’t be published." />
        </div>
      )}
      {parts.length === 0 && (
        <p className="mt-2 text-muted">Nothing to mend: every contribution is cited, no number is typed.</p>
      )}
      {parts.map(({ title, items }) => (
        <div key={title} className="mt-4 max-w-[46rem]">
          <h3 className="font-sans text-base font-semibold">{title}</h3>
          <ul className="mt-1 list-disc ps-5">
            {items.map((item, at) => (
              <li key={at} dir="auto" className="wrap-anywhere">
                {item}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
