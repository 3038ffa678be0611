import type { ReactNode } from 'react';
import { wholeCodes } from './whole-codes';

type PageHeaderProps = {
  title: ReactNode;
  /** The line in small capitals above the title. */
  eyebrow?: ReactNode;
  /** One or two sentences about the page's content. */
  lead?: ReactNode;
  /** On a page with a task: less room for the words above it. */
  compact?: boolean;
  /** Content below the lead: dates, tags, actions. */
  children?: ReactNode;
};

export function PageHeader({ title, eyebrow, lead, compact = false, children }: PageHeaderProps) {
  return (
    <header className={`md:pb-14 ${compact ? 'pb-3' : 'pb-10'}`}>
      {eyebrow && <p className={`eyebrow md:mb-3 ${compact ? 'mb-1' : 'mb-3'}`}>{wholeCodes(eyebrow)}</p>}
      <h1 className={`max-w-[19em] ${compact ? 'max-md:text-2xl' : ''}`}>{wholeCodes(title)}</h1>
      {lead && (
        <p
          className={`max-w-[42rem] font-serif text-pretty text-muted md:mt-5 md:text-xl ${compact ? 'mt-1 text-base' : 'mt-5 text-lg'}`}
        >
          {wholeCodes(lead)}
        </p>
      )}
      {children && <div className={`md:mt-6 ${compact ? 'mt-2' : 'mt-6'}`}>{children}</div>}
    </header>
  );
}
