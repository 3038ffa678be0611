import { useLocale, useTranslations } from 'next-intl';
import { linkTo } from '@/app/ui/prose';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCriterionSet } from '@/lib/publication/schema';

/** The question of each column, in the order of the table. */
export function CriteriaList({ set }: { set: PublicCriterionSet }) {
  const t = useTranslations('matrix');
  const paths = pathsIn(useLocale());
  const links = { method: linkTo(`${paths.method}#assessment`), glossary: linkTo(paths.glossary) };
  return (
    <div className="mt-12">
      <h3 className="mb-3">{t('criteria')}</h3>
      <dl className="gap-x-12 text-sm md:columns-2">
        {set.criteria.map((criterion) => (
          <div
            key={criterion.key}
            id={`about-${criterion.key}`}
            className="break-inside-avoid border-t border-rule py-2.5 target:bg-wash"
          >
            <dt className="font-semibold">
              <a href={paths.criterion(criterion.key)} className="link">
                {criterion.title}
              </a>
              {criterion.letter && <span className="font-normal text-muted"> ({criterion.letter})</span>}
            </dt>
            <dd className="text-muted">{criterion.description}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-muted">{set.source}</p>
      <p className="mt-1 text-xs text-muted">{t.rich('criteriaMore', links)}</p>
    </div>
  );
}
