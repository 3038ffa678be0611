import { useLocale, useTranslations } from 'next-intl';
import { Legend } from '@/app/(site)/dataset/legend';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { countedTally, isAssessedOn, type Tally } from '@/lib/publication/assessments';
import { ValueStrip } from '@/app/(site)/dataset/value-strip';
import { Section } from '@/app/ui/section';
import { GlyphSprite, type MarkedValue, markedValues } from '@/app/ui/value-mark';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

/** A small matrix: how many of the analysed agreements contain each element, the most shared first. */
export function ElementShares({ set, agreements }: { set: PublicCriterionSet; agreements: PublicAgreement[] }) {
  const t = useTranslations('home.shares');
  const common = useTranslations('common');
  const paths = pathsIn(useLocale());
  const analysed = agreements.filter((agreement) => isAssessedOn(agreement, set));
  const rows = set.criteria
    .map((criterion) => ({ criterion, counts: countedTally(analysed, criterion.key) }))
    .filter(({ counts }) => isLargeEnough(analysed.length - counts.not_assessed));
  if (rows.length === 0) return null;
  const sorted = rows.toSorted((a, b) => b.counts.yes - a.counts.yes || b.counts.indirect - a.counts.indirect);
  return (
    <Section id="shares" title={t('title')} aside={t('aside', { count: analysed.length })}>
      <GlyphSprite />
      <ul className="mb-5">
        {sorted.map(({ criterion, counts }) => (
          <li
            key={criterion.key}
            className="grid items-center gap-x-6 gap-y-1 border-b border-rule py-2.5 lg:grid-cols-[16rem_minmax(0,1fr)_9rem]"
          >
            <a
              href={paths.criterion(criterion.key)}
              className="decoration-1 underline-offset-4 hover:text-accent hover:underline"
            >
              {criterion.title}
            </a>
            <ValueStrip
              values={marksOf(counts, analysed.length)}
              className="flex-wrap !gap-0.5 text-[min(0.9rem,3.6vw)]"
            />
            <span className="text-sm text-muted tabular-nums lg:text-end">{t('counts', counts)}</span>
          </li>
        ))}
      </ul>
      <Legend label={common('legend')} />
      <p className="mt-5 flex flex-wrap gap-x-6">
        <a href={paths.matrix} className="link font-semibold">
          {t('matrix')}
        </a>
        <a href={paths.agreements} className="link">
          {t('agreements')}
        </a>
      </p>
    </Section>
  );
}

/** One mark per agreement. With many agreements, each mark represents several: the words beside it have the numbers. */
const MAX_MARKS = 60;

function marksOf(counts: Tally, total: number): MarkedValue[] {
  const share = Math.min(1, MAX_MARKS / total);
  return markedValues.flatMap((value) => Array<MarkedValue>(Math.round(counts[value] * share)).fill(value));
}
