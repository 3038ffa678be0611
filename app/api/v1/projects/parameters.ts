import { z } from 'zod';
import { limit, LIMIT_WORDS } from '@/app/api/v1/parameters';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';

/** A project's position in the list: its contribution and its number in it. */
const place = z.string().regex(/^[A-Z][A-Z0-9]{1,9}-[A-Z0-9-]{1,40}-\d{3,9}\.[1-9]\d{0,3}$/);

export const parameters = z.strictObject({
  agreement: agreementSlug.optional(),
  criterion: criterionKey.optional(),
  after: place.optional(),
  limit,
});

export const words = {
  agreement: 'agreement is the short name of an agreement that the project puts into practice, such as paris-call.',
  criterion:
    'criterion is the key of an element or norm that the project puts into practice, such as supply-chain-integrity.',
  after: 'after is the value of “next” in an earlier answer, unchanged.',
  limit: LIMIT_WORDS,
};
