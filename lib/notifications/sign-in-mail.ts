import { randomUUID } from 'node:crypto';
import { confirmIdentity } from '@/emails/confirm-identity';
import { signIn } from '@/emails/sign-in';
import { origin } from '@/lib/platform/env';
import { SIGN_IN_MINUTES } from './constants';
import { messageIdOf } from './delivery';
import { renderMail } from './rendering';
import { deliver } from './transport';

/**
 * Sends a sign-in link without the outbox: the link is a secret and must not be stored in a table. It is not retried:
 * the person waits for it and asks again if it does not arrive. Throws if the mail server refuses it.
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

/**
 * Sends the link that makes an account at a sign-in provider a person's, in the same way. `provider` is its name on the
 * sign-in page. Throws if the mail server refuses it.
 */
export async function sendIdentityMail({ to, url, provider }: { to: string; url: string; provider: string }) {
  const host = new URL(origin()).host;
  const rendered = await renderMail(confirmIdentity, { locale: 'en', host, url, provider, minutes: SIGN_IN_MINUTES });
  await deliver({ ...rendered, to, kind: 'confirm-identity', messageId: messageIdOf(randomUUID()) });
}
