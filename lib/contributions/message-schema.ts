import { z } from 'zod';
import { filled, text } from '@/lib/platform/text/typed-text';

export const MESSAGE_LIMITS = { text: 8_000, item: 4_000, items: 200 } as const;

/** What either side writes to the other. */
const messageText = filled(text(MESSAGE_LIMITS.text));
export const messageInput = z.strictObject({ text: messageText });

/** What in particular has to change: the answer to a question (by its key), or a proposed cell (by the change's id). */
const messageItem = z.strictObject({
  kind: z.enum(['question', 'cell'], { error: 'unknown_choice' }),
  id: z.string().min(1, 'required').max(80, 'too_long'),
  text: filled(text(MESSAGE_LIMITS.item)),
});
export const messageItems = z.array(messageItem).max(MESSAGE_LIMITS.items, 'too_many');

export const changesRequestInput = z.strictObject({ text: messageText, items: messageItems.default([]) });

export type MessageItem = z.infer<typeof messageItem>;
