import { agreementSlug } from '@/lib/agreements/schema';
import { pointText } from '@/lib/publishing/past/point';
import type { View } from '@/lib/publishing/views/address';
import { z } from 'zod';

/** What can be read side by side. */
export const FEWEST = 2;
export const MOST = 5;

/**
 * Which agreements are compared, and as of when. An address may name more than can be compared: its page says so in words. `unknown` is
 * what a reader typed that the dataset has no name for.
 */
export const compareShape = {
  agreements: { value: agreementSlug, most: 30 },
  at: { value: pointText, most: 1 },
  unknown: { value: z.string().regex(/^[\p{L}\p{N}\p{M} ]{1,120}$/u), most: MOST },
};

export type CompareView = View<typeof compareShape>;
