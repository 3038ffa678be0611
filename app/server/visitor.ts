import { headers } from 'next/headers';

/** Whose request this is, for the limits only: it is never stored. Made trustworthy by lib/platform/rate-limit/client-address.ts. */
export const visitorAddress = async () => addressIn(await headers());

export const addressIn = (sent: Headers) => sent.get('x-forwarded-for') ?? 'unknown';
