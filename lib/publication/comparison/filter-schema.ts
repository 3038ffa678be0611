import { z } from 'zod';
import { agreementSlug } from '@/lib/agreements/schema';
import { cutText } from '@/lib/platform/text/cut-text';
import { foldText } from '@/lib/platform/text/fold-text';
import { pointText } from '@/lib/publication/past/snapshot';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { View } from '@/lib/publication/views/address';

/** How many agreements can be compared. */
export const FEWEST = 2;
export const MOST = 5;

/**
 * Which agreements are compared, and as of when. If an address names more than can be compared, its page says so.
 * `unknown` holds the typed names that the dataset does not have.
 */
export const compareShape = {
  agreements: { value: agreementSlug, most: 30 },
  at: { value: pointText, most: 1 },
  unknown: { value: z.string().regex(/^[\p{L}\p{N}\p{M} ]{1,120}$/u), most: MOST },
};

export type CompareView = View<typeof compareShape>;

/**
 * The chosen or typed agreements as a view: each by its slug, name or short name in any spelling; any other text is
 * listed as unknown.
 */
export function viewOfNames(
  typed: readonly string[],
  agreements: readonly PublicAgreement[],
  at?: string,
): CompareView {
  const slugs = new Map(
    agreements.flatMap(({ slug, name, shortName }) => [name, shortName, slug].map((one) => [foldText(one), slug])),
  );
  const texts = typed.map(foldText).filter((text) => text !== '');
  const known = [...new Set(texts.flatMap((text) => slugs.get(text) ?? []))];
  const unknown = [...new Set(texts.filter((text) => !slugs.has(text)).map((text) => cutText(text, 120)))];
  const day = compareShape.at.value.safeParse(at);
  return {
    ...(known.length > 0 && { agreements: known.slice(0, compareShape.agreements.most) }),
    ...(day.success && { at: [day.data] }),
    ...(unknown.length > 0 && { unknown: unknown.slice(0, compareShape.unknown.most) }),
  };
}
