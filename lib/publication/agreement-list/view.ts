import { z } from 'zod';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { foldSought } from '@/lib/agreements/search/normalise';
import { pointText } from '@/lib/publication/past/snapshot';
import type { View } from '@/lib/publication/views/address';

/** The value of a facet for agreements in which the fact is not stated. */
export const UNSTATED = 'none';

export const ORDERS = ['name', 'newest', 'oldest', 'changed', 'yes'] as const;
export type Order = (typeof ORDERS)[number];

/** More criteria than one list is ever narrowed by. */
const MAX_CRITERIA = 30;

const one = (value: z.ZodType<string>) => ({ value, most: 1 });

/**
 * The filters and orders of the list of agreements. A facet has one value at a time: its count is the number left after
 * choosing it.
 */
export const agreementsView = {
  q: one(z.string().transform(foldSought).pipe(z.string().min(1))),
  space: one(z.enum([...SPACES, UNSTATED])),
  nature: one(z.enum([...BINDING_NATURES, UNSTATED])),
  body: one(
    z
      .string()
      .regex(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u)
      .max(120),
  ),
  /** A year, or the ten years that `2010s` names. */
  year: one(z.string().regex(/^(\d{4}|\d{3}0s|none)$/)),
  /** `specified-cbms.yes`: a criterion and its value. */
  criterion: {
    value: z.string().regex(new RegExp(`^[a-z0-9-]{1,80}\\.(${ASSESSMENT_VALUES.join('|')})$`)),
    most: MAX_CRITERIA,
  },
  sort: one(z.enum(ORDERS)),
  page: one(z.string().regex(/^([2-9]|[1-9]\d{1,3})$/)),
  at: one(pointText),
};
export type AgreementsView = View<typeof agreementsView>;

const PLAIN = ['space', 'nature', 'body', 'year'] as const;
export type PlainFacet = (typeof PLAIN)[number];

/** The name of the facet of a criterion: no plain facet has a point in its name. */
export const criterionFacet = (criterion: string) => `criterion.${criterion}`;
const criterionOf = (facet: string) => facet.slice('criterion.'.length);

/** The value chosen in each facet; null where one criterion is given two. */
export function choicesOf(view: AgreementsView): Map<string, string> | null {
  const choices = new Map<string, string>(
    PLAIN.flatMap((name) => (view[name] ?? []).map((value) => [name, value] as const)),
  );
  for (const chosen of view.criterion ?? []) {
    const [criterion = '', value = ''] = chosen.split('.');
    if (choices.has(criterionFacet(criterion))) return null;
    choices.set(criterionFacet(criterion), value);
  }
  return choices;
}

/** The view with another value in one facet, or with none. It begins at the first page; the rest is unchanged. */
export function withChoice(view: AgreementsView, facet: string, value: string | null): AgreementsView {
  const { page: _, ...rest } = view;
  const plain = PLAIN.find((name) => name === facet);
  if (plain) return { ...rest, [plain]: value === null ? [] : [value] };
  const others = (view.criterion ?? []).filter((chosen) => !chosen.startsWith(`${criterionOf(facet)}.`));
  return { ...rest, criterion: [...others, ...(value === null ? [] : [`${criterionOf(facet)}.${value}`])].toSorted() };
}
