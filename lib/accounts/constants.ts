/** A session ends two weeks after signing in, however much it is used; the cookie ends with it. */
export const SESSION_DAYS = 14;

/** What an API token allows: reading the desk, or deciding as well. */
export const TOKEN_SCOPES = ['read', 'decide'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** The days an API token may be made for. */
export const TOKEN_LIFETIMES = [30, 90, 365] as const;
