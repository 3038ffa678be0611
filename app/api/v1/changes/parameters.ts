import { z } from 'zod';
import { limit, LIMIT_WORDS } from '@/app/api/v1/parameters';
import { agreementSlug } from '@/lib/agreements/schema';

/** A change's position in the list: an agreement and the version that the change created. */
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

/** The parts of `after`; the schema above has validated its form. */
export function changePlace(after: string) {
  const [agreement = '', version] = after.split('.');
  return { agreement, version: Number(version) };
}
