import { cutText } from '@/lib/text/cut-text';
import { foldText } from '@/lib/text/fold-text';
import type { PublicAgreement } from '@/lib/publishing/schema';
import { compareShape } from './shape';
import type { CompareView } from './shape';

/** What a reader chose or typed, as a view: each by its slug, name or short name, however it is written; what is none of these is named as unknown. */
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
