import { useLocale, useTranslations } from 'next-intl';
import { AsOfFields } from '@/app/(site)/dataset/as-of-fields';
import type { Analysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { SPACES } from '@/lib/agreements/facts/space';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ANALYSIS_VIEW, within, type AnalysisView } from '@/lib/publication/analysis/selection';
import { studyOf } from '@/lib/publication/analysis/study';
import type { PublicRelease } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

type NarrowProps = { analysis: Analysis; releases: readonly Pick<PublicRelease, 'slug' | 'title'>[] };

/** Chooses the agreements for the figures: those of one space, or an earlier state of the dataset. */
export function Narrow({ analysis: { set, view, dataset }, releases }: NarrowProps) {
  const [t, common] = [useTranslations('analysis.narrow'), useTranslations('facts.space.choices')];
  const base = pathsIn(useLocale()).analysisOf(set.slug);
  const to = (change: AnalysisView) => viewAddress(base, ANALYSIS_VIEW, { ...view, ...change });
  const [chosen, at] = [view.space?.[0], view.at?.[0] ?? null];
  const spaces = SPACES.map((space) => ({
    space,
    count: studyOf(within(dataset, { space: [space] }), set).agreements.length,
  })).filter(({ count }) => count > 0);
  return (
    <div className="no-print space-y-5 text-sm">
      <nav aria-label={t('space')} className="flex flex-wrap gap-x-5 gap-y-1">
        <Choice href={to({ space: undefined })} current={chosen === undefined}>
          {t('all')}
        </Choice>
        {spaces.map(({ space, count }) => (
          <Choice key={space} href={to({ space: [space] })} current={chosen === space}>
            {common(space)} <span className="tabular-nums">({count})</span>
          </Choice>
        ))}
      </nav>
      <details open={at !== null}>
        <summary className="link w-fit">{t('at')}</summary>
        <div className="mt-3 space-y-3">
          {at !== null && (
            <p>
              <a href={to({ at: undefined })} className="link">
                {t('now')}
              </a>
            </p>
          )}
          <AsOfFields
            action={`${base}/find`}
            at={at}
            releases={releases}
            kept={(['space', 'date'] as const).flatMap((name) => {
              const value = view[name]?.[0];
              return value === undefined ? [] : <input key={name} type="hidden" name={name} value={value} />;
            })}
          />
        </div>
      </details>
    </div>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: React.ReactNode }) {
  return (
    <a
      href={href}
      aria-current={current ? 'true' : undefined}
      className={current ? 'border-b-2 border-accent font-semibold' : 'link'}
    >
      {children}
    </a>
  );
}
