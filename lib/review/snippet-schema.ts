import { z } from 'zod';
import { filled, line, text } from '@/lib/platform/text/typed-text';

const TITLE_LIMIT = 60;
const SNIPPET_LIMIT = 2_000;

/** Words that editors use again and again as reasons: a title to find them by, and the words themselves. */
export const snippetInput = z.strictObject({
  title: filled(line(TITLE_LIMIT)),
  text: filled(text(SNIPPET_LIMIT)),
});

export type SnippetInput = z.infer<typeof snippetInput>;
