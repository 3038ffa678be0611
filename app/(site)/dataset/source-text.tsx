import { useLocale } from 'next-intl';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCell } from '@/lib/publication/schema';

/** The source of a cell in its own words; they lead to the record that they name, with all that rests on it. */
export function SourceText({ cell: { source, sourceRecord } }: { cell: Pick<PublicCell, 'source' | 'sourceRecord'> }) {
  const locale = useLocale();
  if (!sourceRecord) return <bdi>{source}</bdi>;
  return (
    <a href={pathsIn(locale).source(sourceRecord.key)} className="link" dir="auto">
      {source}
    </a>
  );
}
