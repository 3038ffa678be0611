/** How long the link in the first mail to an address works. */
export const CONFIRMATION_DAYS = 7;

/** How long the link works with which contributors check what an editor entered in their name. */
export const ENTRY_LINK_DAYS = 30;

/** How long the link to everything that is held on an address works. */
export const HELD_LINK_DAYS = 1;

/** The place in an address of the page that each mailed link opens. */
export const LINK_DOORS = { manage: 'link', check_entry: 'link', confirm_email: 'confirm', read_held: 'held' } as const;

/** How long a sign-in link works. It works once. */
export const SIGN_IN_MINUTES = 30;

/** The name of a private link's parameter with which a mail offers to end something, and its value for reminders. */
export const STOP = { name: 'stop', reminder: 'reminder' } as const;

/** The name of a link's parameter that says for which call a new contribution was begun. */
export const BEGIN = 'begin';
