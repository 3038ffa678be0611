import { useLocale, useTranslations } from 'next-intl';
import { linkTo, ViewAddress } from '@/app/(site)/dataset/view-address';
import { Section } from '@/app/ui/section';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import type { PublicCriterionRecord, PublicCriterionSet } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

/** The criterion as data, in the matrix and the analysis, and the other criteria of its set. */
export function ReuseSection({
  record: { key, set },
  sets,
}: {
  record: PublicCriterionRecord;
  sets: readonly PublicCriterionSet[];
}) {
  const [t, matrix] = [useTranslations('criteria.page'), useTranslations('matrix.reuse')];
  const paths = pathsIn(useLocale());
  const others =
    sets.find(({ slug }) => slug === set.slug)?.criteria.filter((criterion) => criterion.key !== key) ?? [];
  const csv = paths.criterionCells(key);
  return (
    <Section id="reuse" title={t('reuse')}>
      <div className="max-w-measure space-y-3">
        <p className="no-print">
          {t.rich('data', {
            csv: linkTo(csv),
            excel: linkTo(`${csv}?bom=1`),
            json: linkTo(apiPaths.criterion(key)),
          })}
        </p>
        <ViewAddress label={matrix('link')} path={paths.criterion(key)} />
        <p className="no-print">
          {t.rich('matrix', {
            link: linkTo(viewAddress(paths.matrix, matrixShape, { set: [set.slug], by: [key] })),
          })}{' '}
          {t.rich('analysis', { link: linkTo(paths.analysisOf(set.slug)) })}
        </p>
      </div>
      {others.length > 0 && (
        <nav aria-label={t('others')} className="no-print mt-8 text-sm">
          <p className="font-semibold">{t('others')}</p>
          <ul className="mt-2 gap-x-10 sm:columns-2">
            {others.map((criterion) => (
              <li key={criterion.key} className="break-inside-avoid py-1">
                <a href={paths.criterion(criterion.key)} className="link">
                  {criterion.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Section>
  );
}
