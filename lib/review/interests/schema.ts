import { z } from 'zod';
import { text } from '@/lib/platform/text/typed-text';

/**
 * An editor states that a contribution whose affiliation looks like theirs is of another organisation: ticked, and with
 * a reason.
 */
export const apartInput = z.object({
  apart: z.literal('on', { error: 'tick_required' }),
  reason: text(1_000).refine((value) => value.length > 0, 'apart_reason_required'),
});
