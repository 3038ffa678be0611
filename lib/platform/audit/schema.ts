import { z } from 'zod';
import { REFERENCE } from '@/lib/platform/reference';

const day = z.iso.date();

/** Who acted: an editor by id, or a contributor, who is never named. */
export const UNNAMED = ['contributor', 'system'] as const;

/** The filters of the audit log in the address of its page. Invalid ones are ignored. */
export const auditFilter = z.object({
  /** One action (`mail.sent`), or all of a kind (`mail`). */
  action: z
    .string()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/)
    .optional()
    .catch(undefined),
  who: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
  /** A contribution by its reference: also the mails to its contact. */
  contribution: z.string().regex(REFERENCE).optional().catch(undefined),
  /** An agreement by its slug: also the decisions that changed it. */
  agreement: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .optional()
    .catch(undefined),
  /** The first and the last day, in UTC. */
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  /** Where the page before ended: the number of its last event. */
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});

export type AuditFilter = z.infer<typeof auditFilter>;
