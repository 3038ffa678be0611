import { queueMails } from '@/lib/notifications/outbox';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { mutation } from '@/lib/platform/mutation';
import { REMINDER_DAYS } from './constants';
import { findByLink } from './links';

const DAY = 86_400_000;

/**
 * Queues a mail for each draft whose call closes within `REMINDER_DAYS`, if its contributor asked for it and the address
 * is confirmed: one for each deadline, however many workers do this. What is not true any more when the mail leaves (the
 * draft was sent or withdrawn, the deadline moved, the reminder stopped) is checked then. Returns how many are new.
 */
export async function queueClosingReminders(now = new Date()): Promise<number> {
  const until = new Date(now.getTime() + REMINDER_DAYS * DAY);
  const asked = await db.contact.findMany({
    where: {
      remindIn: { not: null },
      emailConfirmedAt: { not: null },
      erasedAt: null,
      contribution: { status: 'draft', call: { published: true, closesAt: { gt: now, lte: until } } },
    },
    select: {
      contributionId: true,
      remindIn: true,
      contribution: { select: { call: { select: { closesAt: true } } } },
    },
  });
  if (asked.length === 0) return 0;
  let queued = 0;
  orThrow(
    await mutation({ actor: 'system' }, async ({ tx }) => {
      queued = await queueMails(
        tx,
        asked.map(({ contributionId, remindIn, contribution: { call } }) => {
          const closesAt = call.closesAt?.toISOString() ?? ''; // the query leaves out calls without a closing
          return {
            kind: 'closing-reminder',
            to: { contributionId },
            payload: { closesAt },
            dedupeKey: `closing-reminder:${contributionId}:${closesAt}`,
            status: 'queued',
            locale: remindIn as Locale, // written by mailDraftLink, which takes nothing but a Locale
          };
        }),
      );
      return { ok: true };
    }),
  );
  return queued;
}

/**
 * Ends the reminders of a draft, by the private link of the mail. Doing so again changes nothing. Reasons:
 * `unknown_link`, `link_expired`.
 */
export async function stopReminders({ token }: { token: string }): Promise<Result> {
  const found = await findByLink({ token });
  if (!found.ok) return found;
  const contributionId = found.contribution.id;
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const { count } = await tx.contact.updateMany({
      where: { contributionId, remindIn: { not: null } },
      data: { remindIn: null },
    });
    if (count > 0)
      await audit({ action: 'contribution.reminder_stopped', subject: { kind: 'contribution', id: contributionId } });
    return { ok: true };
  });
}
