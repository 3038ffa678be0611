import { z } from 'zod';
import { text } from '@/lib/agreements/schema';

/** What editors say to each other; by `@handle` somebody is told of it. */
export const noteInput = z.object({ text: text(4_000).refine((value) => value.length > 0, 'required') });
