import { z } from 'zod';
import { PARTIES_FIELDS } from '@/lib/agreements/facts/registry';
import type { PartiesField } from '@/lib/agreements/facts/registry';
import { byName, chosen, group, ticked, typedText, version } from './typed-fields';

/** `whole`: the form began with the stored parts, so an emptied part is meant to be deleted. */
const parties = group({
  whole: ticked,
  count: typedText,
  unit: typedText,
  asOf: typedText,
  list: typedText,
  link: typedText,
});
export type PartiesValues = z.infer<typeof parties>;
const partiesByField = Object.fromEntries(PARTIES_FIELDS.map((field) => [field, parties])) as Record<
  PartiesField,
  typeof parties
>; // one for each

/** One proposal while it is typed, on a page of its own. */
export const typedProposal = group({
  kind: z.unknown().transform((value) => (value === 'update' ? 'update' : 'new')),
  /** Update only: the agreement, and its version when the proposal was begun. */
  agreement: typedText,
  baseVersion: version,
  comment: typedText,
  /**
   * By the key of a cell; a new row by its fact and a number, such as `dates:+1`. `parts` are those of a record,
   * `whole` says that they began with today's, `clear` that the fact should have no value.
   */
  cells: byName(
    group({
      value: typedText,
      parts: byName(typedText),
      whole: ticked,
      clear: ticked,
      note: typedText,
      source: typedText,
      asOf: typedText,
    }),
  ),
  ...partiesByField,
  /** New only: similar agreements that the author declared to be different: slugs, and sections of the same draft. */
  distinct: chosen,
});
export type ProposalValues = z.infer<typeof typedProposal>;
