import { z } from 'zod';
import { agreementSlug } from '@/lib/agreements/schema';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { Division } from '@/lib/publication/selection';
import type { PublicContributionSummary } from '@/lib/publication/schema';
import type { View, ViewShape } from '@/lib/publication/views/address';

/** The editors' own proposals came to no call. */
export const NO_CALL = 'none';

const call = z.string().regex(/^[\w.-]{1,100}$/);
const country = z.string().regex(/^[A-Z]{2}$/);

/** What the list of contributions can be narrowed by, as its addresses name it. */
export const contributionViewShape = {
  call: { value: call, most: 1 },
  group: { value: z.enum(STAKEHOLDER_GROUPS), most: 1 },
  country: { value: country, most: 1 },
  agreement: { value: agreementSlug, most: 1 },
  page: { value: z.string().regex(/^[1-9]\d{0,4}$/), most: 1 },
} satisfies ViewShape;
export type ContributionView = View<typeof contributionViewShape>;

/** How contributions divide. What its author did not choose to show is no value, and of a withdrawn one only the call is left. */
export const contributionDivisions: Division<PublicContributionSummary>[] = [
  { name: 'call', valuesOf: ({ call: to }) => [to ?? NO_CALL] },
  {
    name: 'group',
    people: true,
    valuesOf: ({ attribution }) => (attribution?.stakeholderGroup ? [attribution.stakeholderGroup] : []),
  },
  {
    name: 'country',
    people: true,
    valuesOf: ({ attribution }) =>
      attribution?.country && country.safeParse(attribution.country).success ? [attribution.country] : [],
  },
  { name: 'agreement', valuesOf: ({ agreements }) => agreements.map(({ slug }) => slug) },
];

/** The contributions by the call they answer, in the order in which each call comes up. */
export function byCall(
  contributions: readonly PublicContributionSummary[],
): { call: string | null; contributions: PublicContributionSummary[] }[] {
  const groups = new Map<string | null, PublicContributionSummary[]>();
  for (const contribution of contributions)
    groups.set(contribution.call, [...(groups.get(contribution.call) ?? []), contribution]);
  return [...groups].map(([of, entries]) => ({ call: of, contributions: entries }));
}
