import { useLocale, useTranslations } from 'next-intl';
import { linkTo } from '@/app/ui/prose';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { degree } from '@/lib/publication/analysis/similarity';
import { pairOf, type Pair } from '@/lib/publication/comparison/similarity';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isLargeEnough, MIN_GROUP } from '@/lib/publication/small-groups';

type LikenessProps = { agreements: PublicAgreement[]; sets: PublicCriterionSet[] };

/** How alike they are, in words: pair by pair for each set of criteria, with a link to what “alike” means. */
export function Likeness({ agreements, sets }: LikenessProps) {
  const t = useTranslations('compare.likeness');
  const definition = linkTo(`${pathsIn(useLocale()).limits}#alike`);
  return (
    <div className="max-w-[46rem] space-y-3 font-serif text-lg">
      {sets.map((set) => (
        <SetLikeness key={set.slug} set={set} agreements={agreements} />
      ))}
      <p className="font-sans text-sm">{t.rich('definition', { definition })}</p>
    </div>
  );
}

/** Every two of them on one set; one sentence where no two were assessed on enough of the same criteria. */
function SetLikeness({ set, agreements }: { set: PublicCriterionSet; agreements: PublicAgreement[] }) {
  const t = useTranslations('compare.likeness');
  const pairs = agreements.flatMap((one, at) => agreements.slice(at + 1).map((other) => pairOf(one, other, set)));
  const most = Math.max(0, ...pairs.map(({ assessed }) => assessed));
  if (!isLargeEnough(most)) return <p>{t('none', { set: set.title, assessed: most, needed: MIN_GROUP })}</p>;
  return (
    <div>
      <p>{t('set', { set: set.title })}</p>
      <ul className="list-['–__'] ps-4 font-sans text-sm text-muted">
        {pairs.map((pair) => (
          <li key={`${pair.one.slug} ${pair.other.slug}`}>
            <PairLikeness pair={pair} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PairLikeness({ pair: { one, other, assessed, alike } }: { pair: Pair }) {
  const t = useTranslations('compare.likeness');
  const names = { one: one.shortName, other: other.shortName };
  if (alike) return t('pair', { ...names, ...alike, degree: degree(alike), assessed });
  return isLargeEnough(assessed)
    ? t('neither', { ...names, assessed })
    : t('tooFew', { ...names, assessed, needed: MIN_GROUP });
}
