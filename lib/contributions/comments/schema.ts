import { z } from 'zod';
import { filled, line, text } from '@/lib/text/typed-text';
import { COMMENT_LIMITS } from './constants';

/** A remark for colleagues, signed if its author likes. */
export const newComment = z.object({
  text: filled(text(COMMENT_LIMITS.text)),
  signedAs: line(COMMENT_LIMITS.signature).transform((value) => value || null),
});
