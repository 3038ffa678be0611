import type { ReactNode } from 'react';
import { wholeCodes } from './whole-codes';

type SectionProps = {
  id: string;
  title: ReactNode;
  /** Below the title, in the margin column: additions to the section. */
  aside?: ReactNode;
  /** `margin` places the title beside the content, `above` gives the content the whole width. */
  layout?: 'margin' | 'above';
  children: ReactNode;
};

/** A part of a page under a thin line, with its title in the margin on a wide screen. */
export function Section({ id, title, aside, layout = 'margin', children }: SectionProps) {
  const beside = layout === 'margin';
  return (
    <section
      aria-labelledby={id}
      className={`border-t border-rule pt-6 pb-12 md:pb-16 ${beside ? 'md:grid md:grid-cols-[var(--container-margin)_minmax(0,1fr)] md:gap-x-12' : ''}`}
    >
      <div className="mb-5">
        <h2 id={id} className={beside ? 'text-xl leading-snug' : undefined}>
          {wholeCodes(title)}
        </h2>
        {aside && <div className="mt-2 max-w-measure text-sm text-muted">{aside}</div>}
      </div>
      <div>{children}</div>
    </section>
  );
}
