import { randomUUID } from 'node:crypto';
import { contactErased } from '@/emails/contact-erased';
import { origin } from '@/lib/platform/env';
import { messageIdOf } from './delivery';
import { readNaming } from './mail-data';
import { renderMail } from './rendering';
import { deliver } from './transport';

/**
 * Tells a confirmed address that it was erased. It does not use the outbox, because a waiting mail would need the
 * address. One attempt only; throws if the mail server refuses it.
 */
export async function sendErasureNotice({ to, contributionId }: { to: string; contributionId: string }): Promise<void> {
  const { reference, call } = await readNaming(contributionId, 'en');
  const rendered = await renderMail(contactErased, { locale: 'en', host: new URL(origin()).host, reference, call });
  await deliver({ ...rendered, to, kind: 'contact-erased', messageId: messageIdOf(randomUUID()) });
}
