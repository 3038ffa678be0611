import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { notify } from '@/lib/notifications/notices';
import { commands, isCommandKind } from '@/lib/review/approvals/schema';
import type { CommandKind } from '@/lib/review/approvals/schema';
import type { MutationContext } from '@/lib/platform/mutation';
import { actingAs, mutation } from '@/lib/platform/mutation';
import { SecondBarred } from '@/lib/review/interests/conflict-of-interest';
import { decide, loadReviewable } from '@/lib/review/decide';
import type { Editor } from '@/lib/accounts/policy';
import { decideCellsIn, demandMayAnswer } from '@/lib/review/pending/decide-cells';
import { setRetired } from '@/lib/review/retirement';
import { lockReviewCommands, undo } from '@/lib/review/undo/undo';

type AnswerInput = { editor: Editor; id: string; now?: Date };

/**
 * A second editor agrees: the command is carried out in the same transaction, exactly as it was requested, in the name
 * of the editor who requested it. This editor is recorded as the second one. A command that can't be carried out any
 * more lapses and changes nothing.
 * Reasons: `not_found`, `already_in_status` (answered before), `own_request`, a `Blocker` (lib/review/policy) on
 * anything the command decides, and those of the command itself: then it has lapsed.
 */
export async function grantApproval({ editor, id, now = new Date() }: AnswerInput): Promise<Result> {
  let lapses = false;
  const result = await mutation(
    { actor: editor, command: 'grant_approval', reference: await referenceOf(id) },
    async (context) => {
      const { tx } = context;
      await lockReviewCommands(tx);
      const asked = await holdWaiting(id, tx);
      await demandSecond(asked, editor, tx);
      // From here on a refusal concerns the editor who requested the command: it no longer fits the present content.
      lapses = true;
      await carryOut({ asked, editor, now }, context).catch((error: unknown) => {
        lapses = !(error instanceof SecondBarred);
        throw error;
      });
      await answer({ asked, editor, status: 'granted', words: null, now }, context);
      return { ok: true };
    },
  );
  if (!result.ok && lapses) await lapse({ editor, id, words: result.reason, now });
  return result;
}

/**
 * A second editor refuses; the requesting editor reads the reason. Reasons: `not_found`, `already_in_status`,
 * `own_request`, a `Blocker`.
 */
export async function refuseApproval({
  editor,
  id,
  answer: words,
  now = new Date(),
}: AnswerInput & { answer: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'refuse_approval', reference: await referenceOf(id) }, async (context) => {
    const { tx } = context;
    const asked = await holdWaiting(id, tx);
    await demandSecond(asked, editor, tx);
    await answer({ asked, editor, status: 'refused', words, now }, context);
    return { ok: true };
  });
}

/**
 * The requesting editor takes the request back. Reasons: `not_found`, also for another editor's request;
 * `already_in_status`.
 */
export function withdrawApproval({ editor, id, now = new Date() }: AnswerInput): Promise<Result> {
  return mutation({ actor: editor }, async (context) => {
    const { tx } = context;
    const asked = await holdWaiting(id, tx);
    if (asked.askedById !== editor.userId) throw new DomainError(failure('not_found'));
    await answer({ asked, editor, status: 'withdrawn', words: null, now }, context);
    return { ok: true };
  });
}

const referenceOf = async (id: string) =>
  (await db.approval.findUnique({ where: { id }, select: { contribution: { select: { reference: true } } } }))
    ?.contribution?.reference ?? undefined;

type WaitingApproval = {
  id: string;
  kind: CommandKind;
  command: unknown;
  askedById: string;
  contributionId: string | null;
  agreementId: string | null;
  reference: string | null;
  slug: string | null;
};

/** The request, held until the transaction ends. Throws DomainError `not_found`, `already_in_status`. */
async function holdWaiting(id: string, tx: Tx): Promise<WaitingApproval> {
  const [row] = await tx.$queryRaw<(Omit<WaitingApproval, 'kind'> & { kind: string; status: string })[]>`
    SELECT a.id, a.kind, a.command, a.status::text AS status, a.asked_by_id AS "askedById", a.contribution_id AS "contributionId",
      a.agreement_id AS "agreementId", c.reference, g.slug
    FROM approvals a LEFT JOIN contributions c ON c.id = a.contribution_id LEFT JOIN agreements g ON g.id = a.agreement_id
    WHERE a.id = ${id}::uuid FOR UPDATE OF a`;
  if (!row || !isCommandKind(row.kind)) throw new DomainError(failure('not_found'));
  if (row.status !== 'waiting') throw new DomainError(failure('already_in_status'));
  return { ...row, kind: row.kind };
}

/** The second editor is another one, and may decide on the contributions. Throws DomainError. */
async function demandSecond(asked: WaitingApproval, editor: Editor, tx: Tx): Promise<void> {
  const { askedById, reference, kind, command } = asked;
  if (askedById === editor.userId) throw new DomainError(failure('own_request'));
  if (kind === 'decisions' && reference === null)
    await demandMayAnswer(commands.decisions.parse(command).decisions, editor, tx);
  if (reference !== null) await loadReviewable(reference, editor, tx, ['declined', 'withdrawn']);
}

async function carryOut(
  { asked, editor: second, now }: { asked: WaitingApproval; editor: Editor; now: Date },
  context: MutationContext,
): Promise<void> {
  const editor = await findAsker(asked.askedById, context.tx);
  const inTheirName = actingAs(editor, context);
  const common = { editor, now };
  switch (asked.kind) {
    case 'decisions': {
      const { decisions } = commands.decisions.parse(asked.command);
      if (asked.reference === null)
        await decideCellsIn({ ...common, second, agreement: asked.slug ?? '', decisions }, inTheirName);
      else await decide({ ...common, second, reference: asked.reference, decisions, dryRun: false }, inTheirName);
      return;
    }
    case 'undoing':
      await undo({ ...common, second, ...commands.undoing.parse(asked.command) }, inTheirName);
      return;
    case 'retirement':
    case 'reinstatement':
      await setRetired(
        {
          ...common,
          secondedById: second.userId,
          kind: asked.kind,
          agreement: asked.slug ?? '',
          reason: commands[asked.kind].parse(asked.command).reason,
        },
        inTheirName,
      );
  }
}

/** The person who requested the command must still be an editor. Throws DomainError `forbidden`. */
async function findAsker(id: string, tx: Tx): Promise<Editor> {
  const asker = await tx.user.findFirst({
    where: { id, deactivatedAt: null, role: { not: 'observer' } },
    select: { id: true, role: true, organisation: true, email: true },
  });
  if (!asker) throw new DomainError(failure('forbidden'));
  const { id: userId, ...person } = asker;
  return { userId, ...person };
}

type Answer = {
  asked: WaitingApproval;
  editor: Editor;
  status: 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  words: string | null;
  now: Date;
};

async function answer({ asked, editor, status, words, now }: Answer, { tx, audit }: MutationContext): Promise<void> {
  const { id, contributionId, agreementId, askedById } = asked;
  const { count } = await tx.approval.updateMany({
    where: { id, status: 'waiting' },
    data: { status, answer: words, answeredById: editor.userId, answeredAt: now },
  });
  if (count === 0) throw new DomainError(failure('already_in_status'));
  const kind = status === 'granted' ? 'approval_granted' : 'approval_refused';
  await notify(tx, {
    kind,
    userIds: [askedById],
    by: editor.userId,
    contributionId: contributionId ?? undefined,
    agreementId: agreementId ?? undefined,
  });
  const subject =
    contributionId === null
      ? ({ kind: 'agreement', id: agreementId ?? '' } as const)
      : ({ kind: 'contribution', id: contributionId } as const);
  await audit({
    action: `approval.${status}`,
    subject,
    details: { approval: id },
  });
}

/**
 * Closes a granted command that no longer fits, with the reason, so that it can't be granted again. If it was answered
 * meanwhile, it stays as it is.
 */
async function lapse({
  editor,
  id,
  words,
  now,
}: {
  editor: Editor;
  id: string;
  words: string;
  now: Date;
}): Promise<void> {
  await mutation({ actor: editor }, async (context) => {
    const { tx } = context;
    await answer({ asked: await holdWaiting(id, tx), editor, status: 'lapsed', words, now }, context);
    return { ok: true };
  });
}
