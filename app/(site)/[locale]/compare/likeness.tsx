import { useLocale, useTranslations } from 'next-intl';
import { linkTo } from '@/app/ui/prose';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { degree } from '@/lib/publication/analysis/similarity';
import { pairOf, type Pair } from '@/lib/publication/comparison/similarity';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { MIN_GROUP } from '@/lib/publication/small-groups';

type LikenessProps = { agreements: PublicAgreement[]; sets: PublicCriterionSet[] };

/** How alike they are, in words: pair by pair for each set of criteria, with a link to what “alike” means. */
export function Likeness({ agreements, sets }: LikenessProps) {
  const t = useTranslations('compare.likeness');
  const definition = linkTo(`${pathsIn(useLocale()).limits}#alike`);
  return (
    <div className="max-w-[46rem] space-y-3 font-serif text-lg">
      {sets.map((set) => (
        <div key={set.slug}>
          <p>{t('set', { set: set.title })}</p>
          <ul className="list-['–__'] ps-4 font-sans text-sm text-muted">
            {agreements.flatMap((one, at) =>
              agreements.slice(at + 1).map((other) => (
                <li key={`${one.slug} ${other.slug}`}>
                  <PairLikeness pair={pairOf(one, other, set)} />
                </li>
              )),
            )}
          </ul>
        </div>
      ))}
      <p className="font-sans text-sm">{t.rich('definition', { definition })}</p>
    </div>
  );
}

function PairLikeness({ pair: { one, other, assessed, alike } }: { pair: Pair }) {
  const t = useTranslations('compare.likeness');
  const names = { one: one.shortName, other: other.shortName };
  if (alike) return t('pair', { ...names, ...alike, degree: degree(alike), assessed });
  return assessed < MIN_GROUP
    ? t('tooFew', { ...names, assessed, needed: MIN_GROUP })
    : t('neither', { ...names, assessed });
}
