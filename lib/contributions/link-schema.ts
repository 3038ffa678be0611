import { z } from 'zod';
import { filled, line } from '@/lib/platform/text/typed-text';

/**
 * The rights of a shared link: everything; approving the text; reading and commenting; reading only. Each includes those
 * after it, but only a link to approve is one person’s answer.
 */
export const SHARED_PURPOSES = ['manage', 'approve', 'comment', 'read'] as const;
export type SharedPurpose = (typeof SHARED_PURPOSES)[number];

export const LINK_LIMITS = {
  /** Characters of what a link is called. */
  label: 100,
  /** Links of one contribution that were made to be passed on and are valid. Those in mails don't count. */
  links: 30,
} as const;

/** A link to be made: what it allows, and whom it is for in the contributor's own words. */
export const newLink = z.object({
  purpose: z.enum(SHARED_PURPOSES, { error: 'unknown_choice' }),
  label: filled(line(LINK_LIMITS.label)),
});

/** What `newSecret` makes: anything else is not worth a look into the database. */
export const isLinkToken = (token: string) => /^[A-Za-z0-9_-]{43}$/.test(token);
