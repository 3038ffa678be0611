import { z } from 'zod';
import { filled, text } from '@/lib/platform/text/typed-text';

/** What an editor states of their own interests: never empty, because no interests have to be stated too. */
export const interestsInput = z.object({ text: filled(text(2_000)) });

/**
 * An editor states that a contribution whose affiliation looks like theirs is of another organisation: ticked, and with
 * a reason.
 */
export const apartInput = z.object({
  apart: z.literal('on', { error: 'tick_required' }),
  reason: text(1_000).refine((value) => value.length > 0, 'apart_reason_required'),
});
