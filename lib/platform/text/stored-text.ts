import { z } from 'zod';
import { isPartialDate } from './read-date';

/**
 * Texts stored under older rules. They stay readable when the rules for typed texts (`typed-text.ts`) change: these
 * schemas refuse only texts that never could be stored, or would run when opened.
 */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]|\p{Cs}/u;

export const storedText = (max: number) =>
  z
    .string('not_text')
    .max(max, 'too_long')
    .refine((value) => !CONTROL_CHARACTERS.test(value), 'control_characters');
export const storedLine = (max: number) =>
  storedText(max).refine((value) => !/[\n\t]/.test(value), 'control_characters');
export const storedDate = z.string('not_a_partial_date').refine(isPartialDate, 'not_a_partial_date');
export const storedLink = storedLine(2_000).refine(
  (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
  'not_a_link',
);
