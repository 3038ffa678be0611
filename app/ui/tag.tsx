import type { ReactNode } from 'react';

export type TagTone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

const looks: Record<TagTone, string> = {
  neutral: 'border-edge text-muted',
  accent: 'border-accent text-accent',
  ok: 'border-ok text-ok',
  warn: 'border-warn text-warn',
  danger: 'border-danger text-danger',
};

/** A state as a word. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-sm border px-1.5 py-px text-xs font-semibold whitespace-nowrap ${looks[tone]}`}
    >
      {children}
    </span>
  );
}
