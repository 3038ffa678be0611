import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { compareShape } from '@/lib/publication/comparison/filter-schema';
import type { CompareView } from '@/lib/publication/comparison/filter-schema';
import { viewAddress } from '@/lib/publication/views/address';

/** Links from one comparison to others. */
export type CompareLinks = ReturnType<typeof compareLinks>;

export function compareLinks(locale: Locale, { agreements = [], at }: CompareView) {
  const base = pathsIn(locale).compare;
  const to = (slugs: string[]) => viewAddress(base, compareShape, { agreements: slugs, at });
  return {
    to,
    here: to(agreements),
    csv: viewAddress(`${base}/csv`, compareShape, { agreements, at }),
    first: (slug: string) => to([slug, ...agreements.filter((one) => one !== slug)]),
    without: (slug: string) => to(agreements.filter((one) => one !== slug)),
    with: (slug: string) => to([...agreements, slug]),
  };
}
