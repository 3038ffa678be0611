import { z } from 'zod';
import { line } from '@/lib/agreements/schema';
import { LINK_LIMITS, SHARED_PURPOSES } from './constants';

/** A link to be made: what it allows, and whom it is for in the contributor's own words. */
export const newLink = z.object({
  purpose: z.enum(SHARED_PURPOSES, { error: 'unknown_choice' }),
  label: line(LINK_LIMITS.label).refine((label) => label !== '', 'required'),
});
