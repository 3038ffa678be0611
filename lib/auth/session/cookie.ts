import { origin } from '@/lib/env';

/** The name next-auth gives the cookie that holds the session; over https it carries the prefix that browsers enforce. */
export const sessionCookie = () => `${origin().startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`;
