import type { ReactNode } from 'react';

/** The head of a desk page: smaller than on public pages, because the work below matters more. */
export function DeskTitle({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="pb-6">
      <h1 className="text-3xl">{title}</h1>
      {lead && <p className="mt-2 max-w-[46rem] text-muted">{lead}</p>}
      {children}
    </header>
  );
}
