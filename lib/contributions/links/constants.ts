/** What a link that is passed on allows: everything; reading and commenting; reading only. Each includes those after it. */
export const SHARED_PURPOSES = ['manage', 'comment', 'read'] as const;
export type SharedPurpose = (typeof SHARED_PURPOSES)[number];

export const LINK_LIMITS = {
  /** Characters of what a link is called. */
  label: 100,
  /** Links of one contribution that were made to be passed on and are valid. Those in mails don't count. */
  links: 30,
} as const;
