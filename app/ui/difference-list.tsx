import { TextDiff } from './text-diff';
import type { DiffWords } from './text-diff';

export type ListedDifference = {
  label: string;
  kind: 'added' | 'removed' | 'changed';
  parts: { kind: 'same' | 'added' | 'removed'; text: string }[];
};
export type DifferenceWords = DiffWords & { legend: string; kinds: Record<ListedDifference['kind'], string> };

/** All differences between two versions, each under the name of its place. */
export function DifferenceList({ items, words }: { items: readonly ListedDifference[]; words: DifferenceWords }) {
  return (
    <>
      <p className="text-sm text-muted">{words.legend}</p>
      <dl className="mt-4 space-y-5">
        {items.map(({ label, kind, parts }, at) => (
          <div key={at} className="border-s-2 border-rule ps-4">
            <dt className="text-sm font-semibold" dir="auto">
              {label} <span className="font-normal text-muted">({words.kinds[kind]})</span>
            </dt>
            <dd className="mt-1">
              <TextDiff parts={parts} words={words} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
