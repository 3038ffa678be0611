import { useTranslations } from 'next-intl';
import type { Comparison } from '@/lib/publication/comparison/comparison';
import { pairOf } from '@/lib/publication/comparison/similarity';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

/** How similar they are, in words: per set of criteria, and pair by pair if there are more than two. */
export function Likeness({
  agreements,
  comparison,
  sets,
}: {
  agreements: PublicAgreement[];
  comparison: Comparison;
  sets: PublicCriterionSet[];
}) {
  const t = useTranslations('compare');
  const pairs =
    agreements.length > 2
      ? agreements.flatMap((one, at) => agreements.slice(at + 1).map((other) => pairOf(one, other, sets)))
      : [];
  return (
    <div className="max-w-[42rem] space-y-2 font-serif text-lg">
      {comparison.sets.map(({ set, assessed, same }) => (
        <p key={set.slug}>
          {assessed === 0
            ? t('likeness.none', { set: set.title, count: agreements.length })
            : t('likeness.set', { set: set.title, same, assessed, count: agreements.length })}
        </p>
      ))}
      {pairs.length > 0 && (
        <ul className="list-['–__'] ps-4 font-sans text-sm text-muted">
          {pairs.map(({ one, other, same, both }) => (
            <li key={`${one.slug} ${other.slug}`}>
              {t(both === 0 ? 'likeness.pairNone' : 'likeness.pair', {
                one: one.shortName,
                other: other.shortName,
                same,
                both,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
