import { z } from 'zod';

/** Most characters of a reason for undoing, retiring or reopening. */
const REASON_LIMIT = 4_000;
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** Why something is undone: needed, since history shows it. */
export const undoReason = z
  .string({ error: 'reason_required' })
  .transform((value) => value.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1, 'undo_reason_required').max(REASON_LIMIT, 'too_long').refine((value) => !CONTROL_CHARACTERS.test(value), 'control_characters'));
