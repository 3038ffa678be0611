import { z } from 'zod';
import { limit, LIMIT_WORDS } from '@/app/api/v1/parameters';
import { PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { agreementSlug } from '@/lib/agreements/schema';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';
import { COUNTRIES, STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';

export const parameters = z.strictObject({
  q: z.string().min(1).max(MAX_SOUGHT).optional(),
  kind: z.enum(PARTICIPANT_KINDS).optional(),
  country: z.enum(COUNTRIES as [string, ...string[]]).optional(),
  group: z.enum(STAKEHOLDER_GROUPS).optional(),
  action: z.enum(PARTICIPATION_ACTIONS).optional(),
  agreement: agreementSlug.optional(),
  after: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80)
    .optional(),
  limit,
});

export const words = {
  q: `q is a name or a part of it, of at most ${MAX_SOUGHT} characters; typing errors are forgiven.`,
  kind: `kind is one of: ${PARTICIPANT_KINDS.join(', ')}.`,
  country: 'country is two capital letters as in ISO 3166, such as FI.',
  group: `group is a stakeholder group, one of: ${STAKEHOLDER_GROUPS.join(', ')}.`,
  action: `action is one of: ${PARTICIPATION_ACTIONS.join(', ')}.`,
  agreement: 'agreement is the short name of an agreement that the participant has to do with, such as paris-call.',
  after: 'after is the value of “next” in an earlier answer, unchanged.',
  limit: LIMIT_WORDS,
};
