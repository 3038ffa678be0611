import { z } from 'zod';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { isFactField } from '@/lib/agreements/facts/registry';
import { agreementSlug, parseCellValue, sentValue } from '@/lib/agreements/schema';
import { emptyIsAbsent, optional, text } from '@/lib/platform/text/typed-text';
import { answering } from './answering';
import type { Known } from './kind';
import { ANSWER_LIMITS } from './limits';

/** As the API's document has it. */
const OMITTED_STAYS = {
  description: 'Left out, the current one is kept; null deletes it.',
  override: { type: ['string', 'null'] },
};
/**
 * If left out, the present note or source stays. Null deletes it, and is stored as the empty text; an empty field of a
 * form changes nothing.
 */
const replacing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null ? '' : emptyIsAbsent(value)), schema.optional()).meta(OMITTED_STAYS);

/** One proposed cell: a fact field or a criterion, its value, its note and source. */
const change = ({ criteria }: Known) =>
  z
    .strictObject({
      cell: z.string({ error: 'unknown_criterion' }).max(80, 'unknown_criterion'),
      value: sentValue,
      note: replacing(text(TEXT_LIMITS.note)),
      source: replacing(text(TEXT_LIMITS.source)),
    })
    .transform((entry, context) => {
      // Checked before the value: if the cell does not exist, no value is right.
      if (criteria && !isFactField(entry.cell) && !criteria.has(entry.cell)) {
        context.issues.push({ code: 'custom', message: 'unknown_criterion', path: ['cell'], input: entry.cell });
        return z.NEVER;
      }
      const parsed = parseCellValue(entry.cell, entry.value);
      if (parsed.success && parsed.data !== 'not_assessed') return { ...entry, value: parsed.data };
      const code = parsed.success ? 'unknown_choice' : (parsed.error.issues[0]?.message ?? 'invalid');
      const at = parsed.success ? [] : (parsed.error.issues[0]?.path ?? []);
      context.issues.push({ code: 'custom', message: code, path: ['value', ...at], input: entry.value });
      return z.NEVER;
    });

const changes = (known: Known) =>
  z
    .array(change(known))
    .min(1, 'nothing_proposed')
    .max(ANSWER_LIMITS.changes, 'too_many')
    .superRefine((list, context) => {
      const seen = new Set<string>();
      list.forEach((entry, index) => {
        if (seen.has(entry.cell))
          context.addIssue({ code: 'custom', message: 'cell_proposed_twice', path: [index, 'cell'] });
        seen.add(entry.cell);
      });
    });

/** An update of an agreement in the dataset, written against one version of it, or a new agreement. */
export const proposal = (known: Known) =>
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('update'),
        agreement: agreementSlug,
        baseVersion: z.number().int().min(1, 'unknown_version').optional(),
        comment: optional(text(ANSWER_LIMITS.comment)),
        changes: changes(known),
        ...answering(known),
      }),
      z.strictObject({
        kind: z.literal('new'),
        comment: optional(text(ANSWER_LIMITS.comment)),
        changes: changes(known).refine((list) => list.some((entry) => entry.cell === 'name'), 'name_required'),
        ...answering(known),
      }),
    ],
    { error: 'unknown_choice' },
  );
export type ProposalInput = z.infer<ReturnType<typeof proposal>>;
