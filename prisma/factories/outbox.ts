import { db } from '@/lib/platform/db/client';
import { queueMail } from '@/lib/notifications/outbox';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from './people';

type Drafted = 'decisions-made' | 'contribution-published' | 'contribution-declined';

/** Confirms the contact's address, as if its owner had followed the link. */
export async function confirmContact(reference: string): Promise<void> {
  await db.contact.updateMany({ where: { contribution: { reference } }, data: { emailConfirmedAt: new Date() } });
}

/** The stored contact of a contribution, which no page shows. */
export const contactOf = (contributionId: string) => db.contact.findUnique({ where: { contributionId } });

/** A draft to the contact of a contribution; for a mail about decisions it makes a real decision. Returns its id. */
export async function draftMail(reference: string, kind: Drafted = 'decisions-made'): Promise<string> {
  if (kind === 'decisions-made') return draftByDecision(reference);
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  const mail = {
    kind,
    to: { contributionId: id },
    payload: {},
    dedupeKey: `made:${kind}:${id}`,
    status: 'draft',
    locale: 'en',
  } as const;
  return (await db.$transaction((tx) => queueMail(tx, mail))) ?? '';
}

async function draftByDecision(reference: string): Promise<string> {
  const pending = { contribution: { reference }, status: 'pending' } as const;
  const { id: change } = await db.proposedChange.findFirstOrThrow({
    where: pending,
    orderBy: { key: 'asc' },
    select: { id: true },
  });
  const decisions = [{ change, outcome: 'reject' as const, reason: 'The source says otherwise.' }];
  const decided = await decideChanges({ editor: await makeEditor(), reference, decisions });
  if (!decided.ok) throw new Error(decided.reason);
  return (
    await db.mail.findFirstOrThrow({
      where: { contribution: { reference }, kind: 'decisions-made', status: 'draft' },
      select: { id: true },
    })
  ).id;
}

/** Makes one sent mail to the contact look as if no server had accepted it. */
export async function failMail(reference: string): Promise<void> {
  const { id } = await db.mail.findFirstOrThrow({
    where: { contribution: { reference }, status: 'sent' },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  await db.mail.update({
    where: { id },
    data: { status: 'failed', lastError: 'EENVELOPE 550 No such mailbox' },
    select: { id: true },
  });
}
