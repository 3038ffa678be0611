import { useTranslations } from 'next-intl';
import { markedValues, ValueMark } from '@/app/ui/value-mark';

/** Every mark with its word. */
export function Legend({ label }: { label: string }) {
  const t = useTranslations('common.values');
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {markedValues.map((value) => (
        <li key={value}>
          <ValueMark value={value} word={t(value)} />
        </li>
      ))}
    </ul>
  );
}
