import { z } from 'zod';
import { line, text } from '@/lib/agreements/schema';
import { COMMENT_LIMITS } from './constants';

/** A remark for colleagues, signed if its author likes. */
export const newComment = z.object({
  text: text(COMMENT_LIMITS.text).refine((value) => value !== '', 'required'),
  signedAs: line(COMMENT_LIMITS.signature).transform((value) => value || null),
});
