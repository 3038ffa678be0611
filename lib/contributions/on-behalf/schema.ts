import { z } from 'zod';
import { emptyIsAbsent, filled, line, optional, pastDate, text } from '@/lib/platform/text/typed-text';
import { ENTRY_SOURCES, PERSON_LIMITS } from '@/lib/contributions/constants';
import { contactEmail } from '@/lib/contributions/schema';

/** A whole day, not in the future, as `2026-11-28`. */
const receivedOn = z.preprocess(
  emptyIsAbsent,
  z
    .string({ error: 'required' })
    .pipe(pastDate)
    .refine((day) => day.length === 10, 'whole_day_needed'),
);

/** What an editor says to begin a contribution on behalf of its contributor. */
export const entryInput = z
  .object({
    call: z.string().max(40),
    audience: optional(z.string().max(100)),
    source: z.enum(ENTRY_SOURCES, { error: 'unknown_choice' }),
    receivedOn,
    affiliation: optional(line(PERSON_LIMITS.affiliation)),
    name: optional(line(PERSON_LIMITS.name)),
    email: contactEmail,
  })
  .refine(({ affiliation, name }) => affiliation !== undefined || name !== undefined, {
    path: ['affiliation'],
    error: 'on_behalf_of_whom',
  });

export type EntryInput = z.infer<typeof entryInput>;

/** How an editor was asked to withdraw a contribution; for editors only. */
export const withdrawalInput = z.object({ reason: filled(text(4_000), 'withdrawal_reason_required') });

/** How an editor knows that the contributor agrees; for editors only. */
export const consentInput = z.object({ note: filled(text(4_000), 'consent_note_required') });
