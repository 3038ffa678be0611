/** How long the link in the first mail to an address works. */
export const CONFIRMATION_DAYS = 7;

/** How long a sign-in link works. It works once. */
export const SIGN_IN_MINUTES = 30;
