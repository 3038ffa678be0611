import { z } from 'zod';

/** So far ahead a publication can be scheduled, in milliseconds. */
export const FURTHEST = 366 * 86_400_000;

const box = z.preprocess((value) => value === '1' || value === true, z.boolean());

/** A day and a time of the clock, and whether it holds also if proposed values are undecided then. */
export const scheduleInput = z.object({
  day: z.iso.date('not_a_day'),
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time'),
  evenUndecided: box,
});
export type ScheduleInput = z.infer<typeof scheduleInput>;
