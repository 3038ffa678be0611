import { useTranslations } from 'next-intl';
import { markedValues, ValueMark } from '@/app/ui/value-mark';

type LegendProps = {
  label: string;
  /** Whether the page has a disputed value. */
  disputed?: boolean;
};

/** Every mark with its word. */
export function Legend({ label, disputed = false }: LegendProps) {
  const t = useTranslations('common.values');
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {[...markedValues, ...(disputed ? (['disputed'] as const) : [])].map((value) => (
        <li key={value}>
          <ValueMark value={value} word={t(value)} />
        </li>
      ))}
    </ul>
  );
}
