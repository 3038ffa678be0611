import type { ReactNode } from 'react';

export type Definition = {
  term: ReactNode;
  description: ReactNode;
  key?: string;
  /** For links that lead to it. */
  id?: string;
};

/** Terms in their own column on a wide screen, each pair under a thin line. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl>
      {items.map((item, at) => (
        <div
          key={item.key ?? at}
          id={item.id}
          className="gap-x-8 border-b border-rule py-3 first:pt-0 target:bg-wash sm:grid sm:items-baseline sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="text-sm font-semibold text-muted">{item.term}</dt>
          <dd>{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
