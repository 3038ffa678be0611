import { z } from 'zod';
import { line, text } from '@/lib/agreements/schema';

const TITLE_LIMIT = 60;
const SNIPPET_LIMIT = 2_000;

/** Words that editors use again and again as reasons: a title to find them by, and the words themselves. */
export const snippetInput = z.strictObject({
  title: line(TITLE_LIMIT).refine((value) => value.length > 0, 'required'),
  text: text(SNIPPET_LIMIT).refine((value) => value.length > 0, 'required'),
});

export type SnippetInput = z.infer<typeof snippetInput>;
