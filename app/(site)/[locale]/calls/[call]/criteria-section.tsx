import { useLocale, useTranslations } from 'next-intl';
import { NarrowFold } from '@/app/ui/narrow-fold';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCriterionSet } from '@/lib/publication/schema';

/** What a contributor can say of each agreement, in full; the newest set first. */
export function CriteriaSection({ sets }: { sets: readonly PublicCriterionSet[] }) {
  const t = useTranslations('calls.page');
  if (sets.length === 0) return null;
  return (
    <Section id="criteria" title={t('criteria')} aside={t('criteriaAside')}>
      {sets.toReversed().map((set) => (
        <Criteria key={set.slug} set={set} />
      ))}
    </Section>
  );
}

function Criteria({ set: { title, criteria, source } }: { set: PublicCriterionSet }) {
  const t = useTranslations('calls.page');
  const paths = pathsIn(useLocale());
  return (
    <div className="mb-8 last:mb-0">
      <h3 className="mb-2">{title}</h3>
      <NarrowFold summary={t('criteriaShown', { count: criteria.length })}>
        <ul className="gap-x-10 md:columns-2">
          {criteria.map((criterion) => (
            <li key={criterion.key} className="break-inside-avoid border-t border-rule py-2">
              <a href={paths.criterion(criterion.key)} className="link">
                {criterion.title}
              </a>
              {criterion.letter && <span className="text-muted"> ({criterion.letter})</span>}
              <span className="block text-sm text-muted">{criterion.description}</span>
            </li>
          ))}
        </ul>
      </NarrowFold>
      <p className="mt-2 text-xs text-muted">{source}</p>
    </div>
  );
}
