import { z } from 'zod';
import { callSlug, limit, LIMIT_WORDS, reference } from '@/app/api/v1/parameters';
import { agreementSlug } from '@/lib/agreements/schema';
import { COUNTRIES, STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';

export const parameters = z.strictObject({
  call: callSlug.optional(),
  group: z.enum(STAKEHOLDER_GROUPS).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine((code) => COUNTRIES.includes(code))
    .optional(),
  agreement: agreementSlug.optional(),
  after: reference.optional(),
  limit,
});

export const words = {
  call: 'call is the name of a call, such as 2020.',
  group: `group is the stakeholder group of the contributor, one of: ${STAKEHOLDER_GROUPS.join(', ')}.`,
  country: 'country is the country of the contributor, if it is shown: its two letters in ISO 3166, such as KE.',
  agreement: 'agreement is the short name of an agreement that the contribution is about, such as paris-call.',
  after:
    'after is the value of “next” in an earlier answer: the reference of a published contribution, such as BPF-2020-007.',
  limit: LIMIT_WORDS,
};
