import { z } from 'zod';
import { filled, text } from '@/lib/text/typed-text';

/** What editors say to each other; by `@handle` somebody is told of it. */
export const noteInput = z.object({ text: filled(text(4_000)) });
