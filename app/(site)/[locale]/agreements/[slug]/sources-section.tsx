import { useTranslations } from 'next-intl';
import { sourceId } from '@/app/(site)/dataset/sources';
import { Section } from '@/app/ui/section';

export function SourcesSection({ sources }: { sources: readonly string[] }) {
  const t = useTranslations('agreements.sources');
  if (sources.length === 0) return null;
  return (
    <Section id="sources" title={t('title')}>
      <ol className="max-w-[46rem] space-y-1.5 text-sm">
        {sources.map((source, at) => (
          <li key={source} id={sourceId(at + 1)} className="flex gap-3 target:bg-wash">
            <span className="w-7 shrink-0 text-end text-muted tabular-nums">[{at + 1}]</span>
            <span dir="auto" className="wrap-anywhere">
              {source}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
