import { filled, text } from '@/lib/platform/text/typed-text';

/** Most characters of a reason for undoing, retiring or reopening. */
const REASON_LIMIT = 4_000;

/** Why something is undone: needed, since history shows it. */
export const undoReason = filled(text(REASON_LIMIT), 'undo_reason_required');
