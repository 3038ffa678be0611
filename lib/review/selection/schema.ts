import { z } from 'zod';
import { messageInput } from '@/lib/contributions/message-schema';
import { QUEUE_LIMIT } from '@/lib/review/queue/schema';
import { scheduleInput } from '@/lib/review/scheduling/schema';
import { contributionTag } from '@/lib/review/tags/schema';

/** What an editor can do with several contributions of the queue at once. */
const SELECTION_COMMANDS = ['export', 'assign', 'publish', 'schedule', 'request', 'write', 'tag', 'untag'] as const;
export type SelectionCommand = (typeof SELECTION_COMMANDS)[number];

const { text } = messageInput.shape;

/** References as the queue has them, each once. */
export const selectedReferences = z
  .array(z.string().max(60))
  .min(1, 'nothing_selected')
  .max(QUEUE_LIMIT, 'too_many')
  .transform((references) => [...new Set(references)]);

/** The command with what it needs; `to` is an editor's id, or empty for none. */
const command = z.discriminatedUnion('command', [
  z.object({ command: z.literal('export') }),
  z.object({
    command: z.literal('assign'),
    to: z
      .string()
      .max(64)
      .transform((id) => (id === '' ? null : id)),
  }),
  z.object({ command: z.literal('publish') }),
  scheduleInput.extend({ command: z.literal('schedule') }),
  z.object({ command: z.literal('request'), text }),
  z.object({ command: z.literal('write'), text }),
  z.object({ command: z.literal('tag'), tag: contributionTag }),
  z.object({ command: z.literal('untag'), tag: contributionTag }),
]);

/** `references` beside the command: a form without a selection is refused for that before anything else. */
export const selectionInput = z.object({ references: selectedReferences }).and(command);
export type SelectionInput = z.infer<typeof selectionInput>;
