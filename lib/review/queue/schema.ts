import { z } from 'zod';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { CONTRIBUTION_STATUSES } from '@/lib/contributions/state';
import { contributionTag } from '@/lib/review/tags/schema';

/** What can wait at the desk or has been there: everything but drafts, which are their author's alone. */
export const QUEUE_STATUSES = CONTRIBUTION_STATUSES.filter((status) => status !== 'draft');
export type QueueStatus = (typeof QUEUE_STATUSES)[number];

/**
 * By the moment of submission, or by the last change of status. `promised`: what is to be answered soonest first; the
 * promise counts from the last change of status (lib/review/queue/deadline).
 */
export const QUEUE_SORTS = ['newest', 'oldest', 'changed', 'promised'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Whether an order is by the last change of status, and not by the submission. */
export const isByChange = (sort: QueueSort) => sort === 'changed' || sort === 'promised';

/** `waiting`: its contributor has neither confirmed it nor agreed to it. */
export const ON_BEHALF = ['any', 'waiting'] as const;

/** Filters that a contribution passes or not: `1` in the address, or left out. */
const MARKS = [
  'ready',
  'decided',
  'conflict',
  'rivals',
  'newAgreement',
  'files',
  'unanswered',
  'late',
  'unconfirmed',
  'scheduled',
  'changed',
] as const;
export type Mark = (typeof MARKS)[number];

export const QUEUE_LIMIT = 100;
export const MAX_DAYS = 3_650;

/** In place of an editor's id: the asking editor, or no editor. */
export const MINE = 'mine';
export const UNASSIGNED = 'none';

/** The end of a page of the queue: moment and id of its last row, in the order it has. Opaque to clients. */
export type QueuePlace = { at: string; id: string; sort: QueueSort };

export const placeText = ({ at, id, sort }: QueuePlace) =>
  Buffer.from(sort === 'newest' ? `${at} ${id}` : `${at} ${id} ${sort}`).toString('base64url');

const place = z
  .string()
  .max(120, 'unknown_place')
  .transform((text, context): QueuePlace => {
    const [at = '', id = '', sort = 'newest'] = Buffer.from(text, 'base64url').toString().split(' ');
    const order = z.enum(QUEUE_SORTS).safeParse(sort);
    if (order.success && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success)
      return { at, id, sort: order.data };
    context.issues.push({ code: 'custom', message: 'unknown_place', input: text });
    return z.NEVER;
  });

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema.optional());
const mark = optional(z.literal('1', { error: 'unknown_choice' }).transform(() => true as const));
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'not_a_number')
    .transform(Number)
    .or(z.number())
    .pipe(z.int('not_a_number').min(1, 'not_a_number').max(most, 'not_a_number'));

/** The queue's address, `?status=&call=&q=&after=&limit=` and so on, for the desk's page and its API alike. */
export const queueFilter = z
  .strictObject({
    status: optional(z.enum(QUEUE_STATUSES, { error: 'unknown_choice' })),
    call: optional(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'unknown_call')),
    /** An editor's id, `mine`, or `none`. */
    assignee: optional(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'unknown_choice')),
    agreement: optional(agreementSlug),
    criterion: optional(criterionKey),
    /** Only where the dataset has moved on from what a pending cell was written against. */
    conflict: mark,
    /** Submitted, with no cell left to decide and nothing that hinders publication. */
    ready: mark,
    /** Not published, although each of its cells is decided. */
    decided: mark,
    /** Another open contribution proposes something for one of its pending cells, too. */
    rivals: mark,
    /** It proposes an agreement that the dataset lacks. */
    newAgreement: mark,
    /** It came with files, or from a file. */
    files: mark,
    /** The contributor wrote last, and no editor has answered. */
    unanswered: mark,
    /** Waits longer than the forum promises (lib/review/queue/deadline). */
    late: mark,
    /** Mail cannot reach its contributor, who has not confirmed the address. */
    unconfirmed: mark,
    /** An editor has scheduled its publication, or that was refused at its time. */
    scheduled: mark,
    /** Sent, moved, written about or decided on since the editor's last visit. */
    changed: mark,
    group: optional(z.enum(STAKEHOLDER_GROUPS, { error: 'unknown_choice' })),
    /** As its contributor gave it; of no anonymous contribution. */
    country: optional(z.string().regex(/^[A-Z]{2}$/, 'unknown_choice')),
    tag: optional(contributionTag),
    /** What editors entered on behalf of its contributor: all of it, or what waits for their consent. */
    onBehalf: optional(z.enum(ON_BEHALF, { error: 'unknown_choice' })),
    /** Days since submission. */
    olderThan: optional(wholeNumber(MAX_DAYS)),
    q: optional(
      z
        .string()
        .trim()
        .max(200, 'too_long')
        .regex(/^[^\0]*$/, 'control_characters'),
    ),
    sort: optional(z.enum(QUEUE_SORTS, { error: 'unknown_choice' })),
    after: optional(place),
    limit: optional(wholeNumber(QUEUE_LIMIT)),
  })
  .refine(({ after, sort = 'newest' }) => after === undefined || after.sort === sort, {
    path: ['after'],
    error: 'unknown_place',
  });

export type QueueFilter = z.infer<typeof queueFilter>;

/** The filters as they stand in an address: what a page of the desk is called by, and what a saved view keeps. */
export const FILTER_NAMES = [
  'status',
  'call',
  'assignee',
  'agreement',
  'criterion',
  'decided',
  'conflict',
  'rivals',
  'newAgreement',
  'files',
  'unanswered',
  'late',
  'unconfirmed',
  'scheduled',
  'changed',
  'group',
  'country',
  'tag',
  'onBehalf',
  'olderThan',
  'q',
  'sort',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type FilterParts = Partial<Record<FilterName | 'after', string>>;

/** Without a status the desk shows what waits. */
export const WAITING: QueueStatus = 'submitted';

/** In place of a status in an address of the desk: what is ready to be published. */
export const READY = 'ready';

export type ReadFilter = {
  parts: FilterParts;
  filter: QueueFilter;
  /** What did not exist or could not be read, and was left out. */ faulty: (FilterName | 'after')[];
};

/**
 * Reads the filters of an address at the desk, where `status=all` shows everything and `status=ready` what is ready to be
 * published. Unreadable filters are left out and named.
 */
export function readFilter(search: Record<string, string | string[] | undefined>): ReadFilter {
  const names = [...FILTER_NAMES, 'after'] as const;
  const given = names.flatMap((name) =>
    typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]] as const] : [],
  );
  const parts: FilterParts = Object.fromEntries(given);
  const parsed = queueFilter.safeParse(asked(parts));
  if (parsed.success) return { parts, filter: parsed.data, faulty: [] };

  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const faulty = names.filter((name) => wrong.has(name));
  const sound: FilterParts = Object.fromEntries(given.filter(([name]) => !wrong.has(name)));
  // A place is one in an order: where the order could not be read, the page begins anew.
  const again = queueFilter.safeParse(asked(sound));
  if (again.success) return { parts: sound, filter: again.data, faulty };
  const { after: _, ...rest } = sound;
  return { parts: rest, filter: queueFilter.parse(asked(rest)), faulty };
}

const asked = ({ status = WAITING, ...rest }: FilterParts) =>
  status === READY ? { ...rest, status: WAITING, ready: '1' } : { ...rest, ...(status !== 'all' && { status }) };
