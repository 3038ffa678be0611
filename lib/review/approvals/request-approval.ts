import type { Prisma } from '@/lib/platform/db/client';
import type { MutationContext } from '@/lib/platform/mutation';
import { notify } from '@/lib/notifications/notices';
import type { RuleAction } from '@/lib/review/approvals/rules';
import type { CommandKind } from '@/lib/review/approvals/schema';
import type { Editor } from '@/lib/accounts/policy';

/** What a command that waits is about. */
export type ApprovalSubject =
  | { contribution: { id: string; reference: string }; agreement?: undefined }
  | { agreement: { id: string }; contribution?: undefined };

export type Asking = {
  kind: CommandKind;
  rules: RuleAction[];
  command: Prisma.InputJsonObject | { decisions: unknown };
  editor: Editor;
  now: Date;
} & ApprovalSubject;

/**
 * Stores a command until a second editor answers, and notifies the others. If the same editor requests the same again,
 * the waiting request stays. Returns its id. Call it while the contribution or the agreement is locked.
 */
export async function askForApproval(
  { kind, rules, command, editor, now, contribution, agreement }: Asking,
  { tx, audit }: MutationContext,
): Promise<string> {
  const kept = command as Prisma.InputJsonObject; // decisions as their schema parsed them: JSON
  const subject = { contributionId: contribution?.id ?? null, agreementId: agreement?.id ?? null };
  const same = await tx.approval.findFirst({
    where: { ...subject, kind, status: 'waiting', askedById: editor.userId, command: { equals: kept } },
    select: { id: true },
  });
  if (same) return same.id;
  const { id } = await tx.approval.create({
    data: { ...subject, kind, command: kept, rules, askedById: editor.userId, askedAt: now },
    select: { id: true },
  });
  const others = await tx.user.findMany({
    where: { deactivatedAt: null, role: { not: 'observer' }, id: { not: editor.userId } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  await notify(tx, {
    kind: 'approval_asked',
    userIds: others.map((other) => other.id),
    by: editor.userId,
    contributionId: contribution?.id,
    agreementId: agreement?.id,
  });
  await audit({
    action: 'approval.asked',
    subject: contribution
      ? { kind: 'contribution', id: contribution.id }
      : { kind: 'agreement', id: agreement?.id ?? '' },
    details: { approval: id, command: kind, rules, ...(editor.token !== undefined && { token: editor.token }) },
  });
  return id;
}
