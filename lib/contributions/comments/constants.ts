export const COMMENT_LIMITS = {
  /** Characters of one comment. */
  text: 2_000,
  /** Characters of what it is signed with. */
  signature: 100,
  /** Comments on one contribution, those that are resolved included. */
  comments: 500,
} as const;
