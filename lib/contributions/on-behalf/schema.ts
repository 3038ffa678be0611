import { z } from 'zod';
import { emptyIsAbsent, filled, line, optional, pastDate, text } from '@/lib/platform/text/typed-text';
import { ENTRY_SOURCES, PERSON_LIMITS } from '@/lib/contributions/constants';
import { contactEmail } from '@/lib/contributions/schema';

/** A whole day, not in the future, as `2026-11-28`. */
export const wholePastDay = z.preprocess(
  emptyIsAbsent,
  z
    .string({ error: 'required' })
    .pipe(pastDate)
    .refine((day) => day.length === 10, 'whole_day_needed'),
);

/** When it came, and whose it is. */
const contributor = {
  receivedOn: wholePastDay,
  affiliation: optional(line(PERSON_LIMITS.affiliation)),
  name: optional(line(PERSON_LIMITS.name)),
  email: contactEmail,
};
const isNamed = ({ affiliation, name }: { affiliation?: string; name?: string }) =>
  affiliation !== undefined || name !== undefined;
const NOT_NAMED = { path: ['affiliation'], error: 'on_behalf_of_whom' };

/** What an editor confirms of a file, with more fields of its form. */
export const placedEntry = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object({ ...contributor, ...shape })
    .refine((entry) => isNamed(entry as { affiliation?: string; name?: string }), NOT_NAMED);

export type PlacedEntry = { receivedOn: string; affiliation?: string; name?: string; email?: string };

/** What an editor says to begin a contribution on behalf of its contributor. */
export const entryInput = z
  .object({
    call: z.string().max(40),
    audience: optional(z.string().max(100)),
    source: z.enum(ENTRY_SOURCES, { error: 'unknown_choice' }),
    ...contributor,
  })
  .refine(isNamed, NOT_NAMED);

export type EntryInput = z.infer<typeof entryInput>;

/** How an editor was asked to withdraw a contribution; for editors only. */
export const withdrawalInput = z.object({ reason: filled(text(4_000), 'withdrawal_reason_required') });

/** How an editor knows that the contributor agrees; for editors only. */
export const consentInput = z.object({ note: filled(text(4_000), 'consent_note_required') });
