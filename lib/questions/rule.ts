import { z } from 'zod';
import { questionKey } from './question-key';

/**
 * One rule of "asked only if": what an earlier question's answer must be. `value` is compared with the answer's
 * choices, its number, date or link as text, or searched in its words.
 */
export const rule = z.discriminatedUnion('operator', [
  z.strictObject({ question: questionKey, operator: z.literal('answered') }),
  z.strictObject({ question: questionKey, operator: z.literal('is'), value: z.string().min(1).max(200) }),
  z.strictObject({ question: questionKey, operator: z.literal('is_not'), value: z.string().min(1).max(200) }),
  z.strictObject({ question: questionKey, operator: z.literal('contains'), value: z.string().min(1).max(200) }),
]);
export type Rule = z.infer<typeof rule>;
