import type { ReactNode } from 'react';

/** Says why there is nothing yet, and how to change that. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="border-y border-rule py-10">
      <p className="max-w-measure font-serif text-xl">{title}</p>
      {children && <div className="mt-2 max-w-measure text-muted">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
