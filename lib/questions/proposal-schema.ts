import { z } from 'zod';
import { CELL_KEY_LENGTH, TEXT_LIMITS } from '@/lib/agreements/constants';
import { fieldOf, isNamedFactKey, isRowField, needsSource } from '@/lib/agreements/facts/registry';
import { agreementsNamed, criteriaNamed } from '@/lib/agreements/facts/references';
import { CELL_WORDS } from '@/lib/agreements/value-words';
import { agreementSlug, parseCellValue, sentValue } from '@/lib/agreements/schema';
import type { CellContent } from '@/lib/agreements/schema';
import { emptyIsAbsent, optional, pastDateOrNone, text } from '@/lib/platform/text/typed-text';
import { answering } from './answering';
import type { Known } from './kind';
import { ANSWER_LIMITS } from './limits';

/** As the API's document has it. */
const OMITTED_STAYS = {
  description: 'Left out, the current one is kept; null deletes it.',
  override: { type: ['string', 'null'] },
};
/**
 * If left out, the present note or source stays. Null deletes it, and is stored as the empty text; an empty field of a
 * form changes nothing.
 */
const replacing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null ? '' : emptyIsAbsent(value)), schema.optional()).meta(OMITTED_STAYS);

/** When the value was true. Left out, the present date stays as long as the value does. */
const replacingDate = z
  .preprocess((value) => (value === null ? '' : emptyIsAbsent(value)), pastDateOrNone.optional())
  .meta({
    description:
      'When the value was true: a year, a month or a day, not in the future. Left out, the current date is kept with the current value, and another value has none; null deletes it.',
    override: { type: ['string', 'null'] },
  });

/** One proposed cell: a fact field or a criterion, its value, its note and source. */
const change = (known: Known) =>
  z
    .strictObject({
      cell: z.string({ error: 'unknown_criterion' }).max(CELL_KEY_LENGTH, 'unknown_criterion').describe(CELL_WORDS),
      value: sentValue,
      note: replacing(text(TEXT_LIMITS.note)),
      source: replacing(text(TEXT_LIMITS.source)),
      asOf: replacingDate,
    })
    .transform((entry, context) => {
      const { fault, value, cell } = readChange(entry, known);
      if (fault === null) return { ...entry, cell, value };
      const [group] = fault.path;
      const input = group === 'value' ? entry.value : entry[group];
      context.issues.push({ code: 'custom', message: fault.code, path: fault.path, input });
      return z.NEVER;
    });

type SentChange = { cell: string; value?: unknown; note?: string; source?: string };
type ChangeFault = { code: string; path: ['cell' | 'note' | 'source' | 'value', ...PropertyKey[]] };
type ReadChange = { fault: ChangeFault | null; cell: string; value: CellContent['value'] };

/** A sent change with its parsed value and the key of its cell, or what is wrong with it. */
function readChange(sent: SentChange, known: Known): ReadChange {
  const { cell } = sent;
  const refused = (code: string, ...path: ChangeFault['path']) => ({ fault: { code, path }, cell, value: null });
  // Checked before the value: if the cell does not exist, no value is right.
  if (known.criteria && fieldOf(cell) === null && !known.criteria.has(cell))
    return refused('unknown_criterion', 'cell');
  const parsed = parseCellValue(cell, sent.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(issue?.message ?? 'invalid', 'value', ...(issue?.path ?? []));
  }
  const value = parsed.data;
  if (value === 'not_assessed') return refused('unknown_choice', 'value');
  const key = known.cellKey?.(cell, value) ?? cell;
  if (known.cellKey && fieldOf(cell) !== null && !isNamedFactKey(key)) return refused('unknown_criterion', 'cell');
  const [unknown] = criteriaNamed(cell, value).filter(({ slug }) => known.criteria?.has(slug) === false);
  if (unknown) return refused('unknown_criterion', 'value', unknown.part);
  const missing = missingText({ ...sent, value });
  return missing ? refused(missing.code, missing.part) : { fault: null, cell: key, value };
}

/** A quotation needs its source. A fact that is cleared says why in its note, where its readers find it. */
function missingText({ cell, value, note, source }: SentChange): { code: string; part: 'note' | 'source' } | null {
  if (value === null) return note ? null : { code: 'clear_reason_required', part: 'note' };
  return needsSource(cell) && !source ? { code: 'source_required', part: 'source' } : null;
}

const changes = (known: Known) =>
  z
    .array(change(known))
    .min(1, 'nothing_proposed')
    .max(ANSWER_LIMITS.changes, 'too_many')
    .superRefine((list, context) => {
      const seen = new Set<string>();
      list.forEach((entry, index) => {
        // New rows have no names yet while they are typed.
        if (seen.has(entry.cell) && !isRowField(entry.cell))
          context.addIssue({ code: 'custom', message: 'cell_proposed_twice', path: [index, 'cell'] });
        seen.add(entry.cell);
      });
    });

/** An agreement has no relation to itself. */
const noRelationToItself = (
  { agreement, changes: list }: { agreement: string; changes: { cell: string; value: unknown }[] },
  context: z.RefinementCtx,
) =>
  list.forEach(({ cell, value }, index) => {
    for (const { part, slug } of agreementsNamed(cell, value))
      if (slug === agreement)
        context.addIssue({ code: 'custom', message: 'relation_to_itself', path: ['changes', index, 'value', part] });
  });

/** An update of an agreement in the dataset, written against one version of it, or a new agreement. */
export const proposal = (known: Known) =>
  z.discriminatedUnion(
    'kind',
    [
      z
        .strictObject({
          kind: z.literal('update'),
          agreement: agreementSlug,
          baseVersion: z.number().int().min(1, 'unknown_version').optional(),
          comment: optional(text(ANSWER_LIMITS.comment)),
          changes: changes(known),
          ...answering(known),
        })
        .superRefine(noRelationToItself),
      z.strictObject({
        kind: z.literal('new'),
        comment: optional(text(ANSWER_LIMITS.comment)),
        changes: changes(known).refine((list) => list.some((entry) => entry.cell === 'name'), 'name_required'),
        ...answering(known),
      }),
    ],
    { error: 'unknown_choice' },
  );
export type ProposalInput = z.infer<ReturnType<typeof proposal>>;
