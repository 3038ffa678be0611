import { z } from 'zod';
import { isPartialDate } from '@/lib/platform/text/read-date';

/** The name of a release: digits and lower-case letters, points and hyphens, such as `2026.1`, and never a day. */
export const releaseSlug = z
  .string()
  .regex(/^[0-9a-z][0-9a-z.-]{0,39}$/)
  .refine((slug) => slug !== 'latest' && !isDay(slug));

/** Names a state of the dataset in addresses: a day (`2020-11-30`, its end in UTC) or the name of a release. */
export const pointText = z.union([z.string().refine(isDay), releaseSlug]);

export function isDay(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** A day's state of the dataset is that at its end. */
export const endOf = (day: string) => new Date(`${day}T23:59:59.999Z`);
