import { z } from 'zod';
import { CELL_KEY_LENGTH, TEXT_LIMITS } from '@/lib/agreements/constants';
import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { agreementSlug, NONE_AND_VALUE, parseCellValue } from '@/lib/agreements/schema';
import { filled, pastDateOrNone, text } from '@/lib/platform/text/typed-text';
import { ANSWER_LIMITS } from '@/lib/questions/limits';

const required = (max: number, code: string) => filled(text(max), code);

/**
 * One cell that an editor proposes. Unlike a contributor, an editor has to name a source for each, and may propose that
 * a criterion counts as not assessed again.
 */
const ownChange = z
  .strictObject({
    cell: z.string({ error: 'unknown_criterion' }).max(CELL_KEY_LENGTH, 'unknown_criterion'),
    value: z
      .unknown()
      .refine((value) => value !== NONE_AND_VALUE, 'none_and_value')
      .pipe(z.json({ error: 'required' })),
    /** Left out, the present note stays; empty, it is removed. */
    note: z.preprocess((value) => (value === null ? '' : value), text(TEXT_LIMITS.note).optional()),
    source: required(TEXT_LIMITS.source, 'source_required'),
    /** As the note. */
    asOf: z.preprocess((value) => (value === null ? '' : value), pastDateOrNone.optional()),
  })
  .transform((entry, context) => {
    const parsed = parseCellValue(entry.cell, entry.value);
    if (parsed.success && parsed.data === null && !entry.note) {
      context.issues.push({ code: 'custom', message: 'clear_reason_required', path: ['note'], input: entry.note });
      return z.NEVER;
    }
    if (parsed.success) return { ...entry, cell: cellKeyFor(entry.cell, parsed.data), value: parsed.data };
    const [issue] = parsed.error.issues;
    context.issues.push({
      code: 'custom',
      message: issue?.message ?? 'invalid',
      path: ['value', ...(issue?.path ?? [])],
      input: entry.value,
    });
    return z.NEVER;
  });

const changes = z.array(ownChange).min(1, 'nothing_proposed').max(ANSWER_LIMITS.changes, 'too_many');
const comment = required(ANSWER_LIMITS.comment, 'why_required');
/** Chosen by the form: the same one sent twice is stored once. */
const submissionKey = z.uuid('invalid');

export const editorProposal = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('update'),
      agreement: agreementSlug,
      baseVersion: z.coerce.number().int().min(1, 'unknown_version'),
      comment,
      changes,
      submissionKey,
    }),
    z.strictObject({
      kind: z.literal('new'),
      comment,
      changes: changes.refine((list) => list.some(({ cell }) => cell === 'name'), 'name_required'),
      submissionKey,
    }),
  ],
  { error: 'unknown_choice' },
);

export type EditorProposal = z.infer<typeof editorProposal>;
