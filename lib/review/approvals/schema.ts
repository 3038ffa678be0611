import { z } from 'zod';
import { filled, text } from '@/lib/platform/text/typed-text';
import { cellDecision } from '@/lib/review/schema';
import { RULE_ACTIONS } from './rules';

/** The commands that can wait for a second editor, as they are kept. */
export const commands = {
  decisions: z.object({ decisions: z.array(cellDecision).min(1) }),
  retirement: z.object({ reason: z.string() }),
  reinstatement: z.object({ reason: z.string() }),
  undoing: z.object({
    reason: z.string(),
    /** Revisions with the cells of each that are taken back. */
    targets: z.array(z.object({ revision: z.uuid(), keys: z.array(z.string()) })),
    /** Further changes that are put back for decision. */
    back: z.array(z.uuid()),
    again: z.boolean(),
  }),
} as const;

export type CommandKind = keyof typeof commands;

export const isCommandKind = (kind: string): kind is CommandKind => Object.hasOwn(commands, kind);

export const ruleInput = z.object({
  action: z.enum(RULE_ACTIONS, { error: 'unknown_choice' }),
  secondEditor: z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean()),
  /** For `bulk` only. */
  threshold: z.preprocess(
    (value) => (value === '' || value === undefined ? undefined : Number(value)),
    z
      .number({ error: 'not_a_number' })
      .int('not_a_number')
      .min(2, 'too_few_cells')
      .max(2_000, 'not_a_number')
      .optional(),
  ),
});

/** Most characters of an editor's words on refusing. */
const ANSWER_LIMIT = 4_000;
export const refusalInput = z.object({ answer: filled(text(ANSWER_LIMIT), 'reason_required') });
