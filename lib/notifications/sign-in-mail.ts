import { randomUUID } from 'node:crypto';
import { signIn } from '@/emails/sign-in';
import { origin } from '@/lib/platform/env';
import { SIGN_IN_MINUTES } from './constants';
import { messageIdOf } from './delivery';
import { renderMail } from './rendering';
import { deliver } from './transport';

/**
 * Sends a sign-in link, past the outbox: the link is a secret, which must not stand in a table, and whoever asked for it is
 * waiting. If it doesn't arrive they ask again, so it needs no retries. Throws where the mail server refuses it.
 */
export async function sendSignInMail({ to, url }: { to: string; url: string }): Promise<void> {
  const rendered = await renderMail(signIn, {
    locale: 'en',
    host: new URL(origin()).host,
    url,
    minutes: SIGN_IN_MINUTES,
  });
  await deliver({ ...rendered, to, kind: 'sign-in', messageId: messageIdOf(randomUUID()) });
}
