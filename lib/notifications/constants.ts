/** How long the link in the first mail to an address works. */
export const CONFIRMATION_DAYS = 7;

/** How long a sign-in link works. It works once. */
export const SIGN_IN_MINUTES = 30;

/** The name of a link's parameter that says for which call a new contribution was begun. */
export const BEGIN = 'begin';
