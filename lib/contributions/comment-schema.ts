import { z } from 'zod';
import { filled, line, text } from '@/lib/platform/text/typed-text';

export const COMMENT_LIMITS = {
  /** Characters of one comment. */
  text: 2_000,
  /** Characters of what it is signed with. */
  signature: 100,
  /** Comments on one contribution, those that are resolved included. */
  comments: 500,
} as const;

/** A remark for colleagues, signed if its author likes. */
export const newComment = z.object({
  text: filled(text(COMMENT_LIMITS.text)),
  signedAs: line(COMMENT_LIMITS.signature).transform((value) => value || null),
});
