import { z } from 'zod';
import { agreementSlug } from '@/lib/agreements/schema';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { Facet } from '@/lib/publication/selection';
import type { PublicContributionSummary } from './schema';
import type { View, ViewShape } from '@/lib/publication/views/address';

/** The editors' own proposals answer no call. */
export const NO_CALL = 'none';

const call = z.string().regex(/^[\w.-]{1,100}$/);
const country = z.string().regex(/^[A-Z]{2}$/);

/** The filters of the list of contributions, by their names in addresses. */
export const contributionViewShape = {
  call: { value: call, most: 1 },
  group: { value: z.enum(STAKEHOLDER_GROUPS), most: 1 },
  country: { value: country, most: 1 },
  agreement: { value: agreementSlug, most: 1 },
  page: { value: z.string().regex(/^[1-9]\d{0,4}$/), most: 1 },
} satisfies ViewShape;
export type ContributionView = View<typeof contributionViewShape>;

/**
 * The values of contributions for each filter. What the author did not choose to show has no value, and a withdrawn
 * contribution has only its call.
 */
export const contributionDivisions: Facet<PublicContributionSummary>[] = [
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
