import { z } from 'zod';
import { cellContent, cellValue, pastContent } from '@/lib/agreements/schema';
import { RULE_ACTIONS } from '@/lib/review/approvals/rules';
import { QUEUE_STATUSES } from '@/lib/review/queue/schema';
import { CHANGE_STATUSES } from '@/lib/contributions/state';

/** The answers of the desk's endpoints, for the documentation and the test that compares both. */
const moment = z.iso.datetime();
const content = pastContent.nullable();

export const queueRow = z.strictObject({
  reference: z.string(),
  call: z.string(),
  status: z.enum(QUEUE_STATUSES),
  submittedAt: moment,
  changedAt: moment.describe('When it last changed its status or was sent anew.'),
  who: z
    .string()
    .nullable()
    .describe('Affiliation or name; null where none was given, and for anonymous contributions.'),
  anonymous: z.boolean(),
  assignee: z.string().nullable().describe('The editor who looks after it.'),
  pending: z.int().describe('Proposed cells that wait.'),
  total: z.int().describe('Proposed cells that were not taken back.'),
  revision: z.int().describe('The number of its newest revision.'),
  onBehalf: z
    .enum(['consented', 'waiting'])
    .nullable()
    .describe(
      'Entered by an editor on behalf of its contributor, whose consent is there or waited for; null for what its contributor sent.',
    ),
  replied: z.boolean().describe('The contributor wrote last, and no editor has answered.'),
});

const decision = z.strictObject({
  outcome: z.enum(['accepted', 'amended', 'rejected', 'superseded']),
  value: cellValue,
  reason: z.string().nullable(),
  at: moment,
  winner: z.string().nullable().describe('Where superseded: the contribution that won.'),
});

const cell = z.strictObject({
  change: z.uuid().describe('What a decision names as its change.'),
  seen: z
    .int()
    .describe('What a decision names as seen: the version of the cell you looked at, 0 where it holds nothing.'),
  cell: z
    .string()
    .describe(
      'The key of a criterion, or the name of a fact; of a fact with rows with the name of its row, such as dates:adopted.',
    ),
  status: z.enum(CHANGE_STATUSES),
  state: z
    .enum(['apply', 'unchanged', 'conflict'])
    .nullable()
    .describe('How base, current and proposed relate, while it is undecided.'),
  base: content.describe('What it was written against.'),
  current: content.describe('What the dataset says now.'),
  proposed: cellContent.extend({
    asOf: z
      .string()
      .nullable()
      .describe('When it was true. Null keeps the date beside the current value, an empty text deletes it.'),
  }),
  rivals: z
    .strictObject({ total: z.int(), references: z.array(z.string()) })
    .describe('Others that propose something for the same cell.'),
  decision: decision.nullable(),
});

export const decidable = z.strictObject({
  reference: z.string(),
  call: z.string(),
  status: z.enum(QUEUE_STATUSES),
  revision: z.int(),
  submittedAt: moment.nullable(),
  who: z
    .strictObject({ name: z.string().nullable(), affiliation: z.string().nullable(), country: z.string().nullable() })
    .nullable(),
  mayDecide: z
    .boolean()
    .describe(
      'Not on contributions of your own organisation, nor where you have recused yourself; where the affiliation looks like yours, once you have said on its desk page that it is another.',
    ),
  proposals: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(['update', 'new']),
      agreement: z.string().nullable().describe('Null while it is new and undecided.'),
      comment: z.string().nullable().describe('What the contributor wrote to the editors about it; not public.'),
      cells: z.array(cell),
    }),
  ),
});

const effect = z.strictObject({
  change: z.uuid(),
  key: z.string(),
  agreement: z.strictObject({ slug: z.string().nullable(), name: z.string() }),
  outcome: z.enum(['accepted', 'amended', 'rejected']),
  before: content,
  after: content,
  writes: z.boolean(),
  rivals: z.array(z.strictObject({ reference: z.string(), outcome: z.enum(['accepted', 'superseded']) })),
});

export const decided = z.strictObject({
  decided: z.int().describe('How many changes this command decided; 0 where it repeats what was decided before.'),
  joined: z.int().describe('Pending changes of others that said the same and were accepted along with it.'),
  superseded: z.int().describe('Pending changes of others that lost.'),
  revisions: z.array(z.strictObject({ agreement: z.string(), version: z.int() })),
  waiting: z
    .strictObject({ approval: z.uuid().nullable(), rules: z.array(z.enum(RULE_ACTIONS)) })
    .nullable()
    .describe('Not null where a second editor has to agree before anything is decided.'),
  effects: z.array(effect).describe('With dryRun: what would be changed. Empty otherwise.'),
});
