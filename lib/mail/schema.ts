import { z } from 'zod';

/** Words an editor adds above the rendered text. */
const note = z.string().trim().max(4_000).optional();

/** What each kind of mail in the outbox needs besides its recipient. Facts are looked up when it leaves; nothing here is secret or personal. */
export const mailPayloads = {
  'account-added': z.object({}),
  'confirm-address': z.object({}),
  'contribution-received': z.object({}),
  'contribution-published': z.object({ note }),
  'contribution-declined': z.object({ note }),
  /** `changeIds` limits it to the cells of one sitting; without, it tells of every decision so far. */
  'decisions-made': z.object({ changeIds: z.array(z.uuid()).max(2_000).optional(), note }),
} as const;

export type MailKind = keyof typeof mailPayloads;
export type MailPayload<Kind extends MailKind> = z.input<(typeof mailPayloads)[Kind]>;

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(mailPayloads, kind);
