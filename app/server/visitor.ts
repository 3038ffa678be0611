import { headers } from 'next/headers';

/**
 * The client address of a request, only for rate limits and never stored. lib/platform/rate-limit/client-address.ts
 * makes it trustworthy.
 */
export const visitorAddress = async () => addressIn(await headers());

export const addressIn = (sent: Headers) => sent.get('x-forwarded-for') ?? 'unknown';
