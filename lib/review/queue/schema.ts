import { z } from 'zod';
import { CONTRIBUTION_STATUSES } from '@/lib/contributions/state';

/** What can wait at the desk or has been there: everything but drafts, which are their author's alone. */
export const QUEUE_STATUSES = CONTRIBUTION_STATUSES.filter((status) => status !== 'draft');
export type QueueStatus = (typeof QUEUE_STATUSES)[number];

export const QUEUE_LIMIT = 100;

/** Where a page of the queue ended: moment and id of its last row. Opaque to whoever passes it back. */
export type QueuePlace = { at: string; id: string };

export const placeText = ({ at, id }: QueuePlace) => Buffer.from(`${at} ${id}`).toString('base64url');

const place = z.string().max(120, 'unknown_place').transform((text, context): QueuePlace => {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  if (z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id };
  context.issues.push({ code: 'custom', message: 'unknown_place', input: text });
  return z.NEVER;
});

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema.optional());

/** The queue's address, `?status=&call=&q=&after=&limit=`, for the desk's page and its API alike. */
export const queueFilter = z.strictObject({
  status: optional(z.enum(QUEUE_STATUSES, { error: 'unknown_choice' })),
  call: optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'unknown_call')),
  q: optional(z.string().trim().max(200, 'too_long').regex(/^[^\0]*$/, 'control_characters')),
  after: optional(place),
  limit: optional(z.coerce.number({ error: 'not_a_number' }).int('not_a_number').min(1, 'not_a_number').max(QUEUE_LIMIT, 'not_a_number')),
});

export type QueueFilter = z.infer<typeof queueFilter>;
