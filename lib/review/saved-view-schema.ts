import { z } from 'zod';
import { filled, line } from '@/lib/platform/text/typed-text';
import { FILTER_NAMES, readFilter } from '@/lib/review/queue/schema';

/** So many views an editor can keep. */
export const MAX_VIEWS = 30;

const name = filled(line(60));

/** A view is stored as the queue's address has it: valid filters only, in one order, and always from the first page. */
const query = z
  .string('invalid')
  .max(2_000, 'too_long')
  .transform((text) => {
    const { parts } = readFilter(Object.fromEntries(new URLSearchParams(text)));
    return new URLSearchParams(
      FILTER_NAMES.flatMap((one) => (parts[one] === undefined ? [] : [[one, parts[one]]])),
    ).toString();
  });

export const newView = z.strictObject({ name, query });
export const renamedView = z.strictObject({ id: z.uuid('invalid'), name });
export const removedView = z.strictObject({ id: z.uuid('invalid') });
