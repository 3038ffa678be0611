import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

type ByQuestionProps<Item> = {
  items: readonly Item[];
  /** The questions of this kind, where the call has several; absent where an item could only belong to one. */
  questions: PublicContribution['questions'];
  children: (items: readonly Item[], from: number) => ReactNode;
};

/** The entries of a list, grouped by question where the call has several. `from` counts the entries before. */
export function ByQuestion<Item extends { question?: string }>({ items, questions, children }: ByQuestionProps<Item>) {
  const keys = [...new Set(items.map(({ question }) => question))];
  return keys.map((key) => {
    const title = questions?.find((question) => question.key === key)?.title;
    const answering = items.filter(({ question }) => question === key);
    return (
      <Fragment key={key ?? ''}>
        {title && <p className="mt-6 mb-2 font-sans text-base font-semibold text-muted">{title}</p>}
        {children(
          answering,
          items.findIndex(({ question }) => question === key),
        )}
      </Fragment>
    );
  });
}
