import { pathsIn } from '@/lib/platform/i18n/paths';
import type { NextRelease } from '@/lib/publication/releases/releases';

type Changes = NonNullable<NextRelease['changes']>;
const counted = (count: number, one: string, many: string) => (count === 1 ? `One ${one}` : `${count} ${many}`);

/** The content of a release if it were frozen now. */
export function NextReleaseContent({ agreements, previous, changes }: NextRelease) {
  return (
    <section aria-labelledby="next-release" className="pb-8">
      <h2 id="next-release" className="border-b border-ink pb-2 text-2xl">
        What will be in it
      </h2>
      <p className="mt-3 max-w-measure">
        {counted(agreements, 'agreement', 'agreements')} with all cells, as they are at the moment of freezing.
        {previous === null && ' It will be the first release.'}
      </p>
      {changes && <Differences changes={changes} previous={previous ?? ''} />}
    </section>
  );
}

function Differences({ changes: { added, removed, cells }, previous }: { changes: Changes; previous: string }) {
  const changed = [...new Set(cells.map(({ agreement }) => agreement))];
  if (added.length + removed.length + cells.length === 0)
    return <p className="mt-2 max-w-measure">No value has changed since {previous}.</p>;
  return (
    <>
      <p className="mt-2">
        Since{' '}
        <a href={pathsIn('en').release(previous)} className="link">
          {previous}
        </a>
        : {counted(added.length, 'agreement', 'agreements')} added, {counted(removed.length, 'agreement', 'agreements')}{' '}
        removed, {counted(cells.length, 'cell', 'cells')} changed.
      </p>
      <details className="mt-2">
        <summary className="link inline-block min-h-6 cursor-pointer">Which</summary>
        <ul className="mt-2 text-sm">
          {[
            ...added.map(({ slug, name }) => [slug, `Added: ${name}`] as const),
            ...removed.map(({ slug, name }) => [slug, `Removed: ${name}`] as const),
          ].map(([slug, words]) => (
            <li key={slug} className="border-b border-rule py-1.5" dir="auto">
              {words}
            </li>
          ))}
          {changed.map((slug) => (
            <li key={slug} className="border-b border-rule py-1.5 wrap-anywhere">
              <a href={`${pathsIn('en').agreement(slug)}#history`} className="link">
                {slug}
              </a>
              :{' '}
              {cells
                .filter(({ agreement }) => agreement === slug)
                .map(({ cell }) => cell)
                .join(', ')}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
