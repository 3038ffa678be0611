import { z } from 'zod';
import { filled, line } from '@/lib/text/typed-text';
import { LINK_LIMITS, SHARED_PURPOSES } from './constants';

/** A link to be made: what it allows, and whom it is for in the contributor's own words. */
export const newLink = z.object({
  purpose: z.enum(SHARED_PURPOSES, { error: 'unknown_choice' }),
  label: filled(line(LINK_LIMITS.label)),
});
