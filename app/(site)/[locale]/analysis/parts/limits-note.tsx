import { useLocale, useTranslations } from 'next-intl';
import { linkTo } from '@/app/ui/prose';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { limitsOf } from '@/lib/publication/analysis/limits';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { MIN_GROUP } from '@/lib/publication/small-groups';

/** The limits in one sentence, above all figures, with a link to their page. */
export function LimitsNote({
  agreements,
  sets,
}: {
  agreements: readonly PublicAgreement[];
  sets: readonly PublicCriterionSet[];
}) {
  const t = useTranslations('limits');
  const limits = limitsOf(agreements, sets);
  const [cells, open] = limits.sets.reduce(([all, none], one) => [all + one.cells, none + one.open], [0, 0]);
  return (
    <p className="max-w-[46rem] border-s-2 border-accent ps-4 text-sm">
      {t.rich('note', {
        agreements: limits.agreements,
        open: cells === 0 ? 0 : open / cells,
        needed: MIN_GROUP,
        limits: linkTo(pathsIn(useLocale()).limits),
      })}
    </p>
  );
}
