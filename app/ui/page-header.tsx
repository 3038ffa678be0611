import type { ReactNode } from 'react';

type PageHeaderProps = {
  title: ReactNode;
  /** The line in small capitals above the title. */
  eyebrow?: ReactNode;
  /** One or two sentences about the page's content. */
  lead?: ReactNode;
  /** Content below the lead: dates, tags, actions. */
  children?: ReactNode;
};

export function PageHeader({ title, eyebrow, lead, children }: PageHeaderProps) {
  return (
    <header className="pb-10 md:pb-14">
      {eyebrow && <p className="eyebrow mb-3">{eyebrow}</p>}
      <h1 className="max-w-[19em]">{title}</h1>
      {lead && <p className="mt-5 max-w-[42rem] font-serif text-lg text-pretty md:text-xl text-muted">{lead}</p>}
      {children && <div className="mt-6">{children}</div>}
    </header>
  );
}
