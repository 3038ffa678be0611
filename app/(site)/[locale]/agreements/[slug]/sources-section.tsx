import { useTranslations } from 'next-intl';
import { SourceText } from '@/app/(site)/dataset/source-text';
import { sourceId } from '@/app/(site)/dataset/sources';
import { Section } from '@/app/ui/section';
import type { PublicAgreement } from '@/lib/publication/schema';

type SourcesSectionProps = { agreement: PublicAgreement; sources: readonly string[] };

/** The numbered sources of the page, each with a link to all that rests on its record. */
export function SourcesSection({ agreement, sources }: SourcesSectionProps) {
  const t = useTranslations('agreements.sources');
  if (sources.length === 0) return null;
  const cells = [...Object.values(agreement.facts), ...Object.values(agreement.assessments)];
  return (
    <Section id="sources" title={t('title')}>
      <ol className="max-w-[46rem] space-y-1.5 text-sm">
        {sources.map((source, at) => (
          <li key={source} id={sourceId(at + 1)} className="flex gap-3 target:bg-wash">
            <span className="w-7 shrink-0 text-end text-muted tabular-nums">[{at + 1}]</span>
            <span className="wrap-anywhere">
              <SourceText cell={cells.find((cell) => cell.source === source) ?? { source }} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
