import { STANDING_CALL } from '@/lib/calls/constants';
import { queueMail } from '@/lib/notifications/outbox';
import type { Result } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { mutation } from '@/lib/platform/mutation';
import { requiredEmail } from '@/lib/contributions/schema';

/** An address gets no more of these mails in a day. */
const MAX_MAILS = 3;
const DAY = 86_400_000;

/**
 * Mails the private link of the newest contribution to another call that gave this address and confirmed it. The answer
 * is the same whether there is one, so that it does not tell who has contributed. Reasons: `invalid` (with issues).
 */
export async function mailEarlierLink({
  email,
  callSlug,
  locale,
  now = new Date(),
}: {
  email: unknown;
  /** The call of the new draft. */
  callSlug: string;
  locale: Locale;
  now?: Date;
}): Promise<Result> {
  const parsed = requiredEmail(email);
  if (!parsed.ok) return parsed;
  const { address } = parsed;
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const found = await tx.contribution.findFirst({
      where: {
        // A correction of single values is no contribution to begin the next year's with.
        call: { slug: { notIn: [callSlug, STANDING_CALL] }, published: true },
        status: { notIn: ['draft', 'withdrawn'] },
        contact: { email: address, emailConfirmedAt: { not: null }, erasedAt: null },
      },
      orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
      select: { id: true },
    });
    if (!found) return { ok: true };
    const kind = 'earlier-contribution';
    const since = new Date(now.getTime() - DAY);
    const sent = await tx.mail.count({ where: { contributionId: found.id, kind, createdAt: { gt: since } } });
    if (sent >= MAX_MAILS) return { ok: true };
    await queueMail(tx, {
      kind,
      to: { contributionId: found.id },
      payload: { call: callSlug },
      dedupeKey: `${kind}:${found.id}:${now.getTime()}`,
      status: 'queued',
      locale,
    });
    await audit({ action: 'contribution.link_mailed', subject: { kind: 'contribution', id: found.id } });
    return { ok: true };
  });
}
