import { z } from 'zod';
import { limit, LIMIT_WORDS } from '@/app/api/v1/parameters';
import { agreementSlug } from '@/lib/agreements/schema';

/** A change's place in the list: an agreement and the version it made of it. */
const place = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.[1-9]\d{0,5}$/)
  .max(90);

export const parameters = z.strictObject({ agreement: agreementSlug.optional(), after: place.optional(), limit });

export const words = {
  agreement: 'agreement is the short name of the agreement that changed, such as paris-call.',
  after: 'after is the value of “next” in an earlier answer, unchanged.',
  limit: LIMIT_WORDS,
};

/** What `after` says, taken apart: the schema above has looked at its form. */
export function changePlace(after: string) {
  const [agreement = '', version] = after.split('.');
  return { agreement, version: Number(version) };
}
