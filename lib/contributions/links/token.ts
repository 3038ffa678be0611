/** What `newSecret` makes: anything else is not worth a look into the database. */
export const isLinkToken = (token: string) => /^[A-Za-z0-9_-]{43}$/.test(token);
