import type { Editor } from '@/lib/accounts/policy';
import { DECIDABLE } from '@/lib/contributions/state';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { readRules } from '@/lib/review/approvals/approval-list';
import { findForDecision } from '@/lib/review/changes';
import { decideOn } from '@/lib/review/decide';
import type { Decided } from '@/lib/review/decide';
import { demandUnbiased } from '@/lib/review/interests/conflict-of-interest';
import type { CellDecision } from '@/lib/review/schema';
import { lockReviewCommands } from '@/lib/review/undo/undo';

type DecideCellsInput = {
  editor: Editor;
  /** The slug. */
  agreement: string;
  /** On changes of any number of contributions for this agreement. */
  decisions: CellDecision[];
  now?: Date;
};

/**
 * Decides proposed changes of several contributions for one agreement, all of them or none, with one revision of it.
 * Of identical ones, accepted together, the first writes the cell and the others are joined to it; rivals that the
 * command does not name are superseded as always (docs/decisions/0057).
 * Reasons: those of `decideChanges`; `not_found` also for a change of another agreement. A contribution that can't be
 * decided any more marks its changes as `stale`, and one that this editor may not decide on marks them by a `Blocker`.
 */
export function decideCells({ now = new Date(), ...input }: DecideCellsInput): Promise<Result<Decided>> {
  return mutation({ actor: input.editor, command: 'decide' }, (context) =>
    decideCellsIn({ ...input, now, second: null }, context),
  );
}

/** `decideCells` inside the caller's transaction. Throws DomainError for each of its reasons. */
export async function decideCellsIn(
  {
    agreement,
    ...input
  }: Required<DecideCellsInput> & { /** The editor who has agreed to it. */ second: Editor | null },
  context: MutationContext,
): Promise<Result<Decided>> {
  const { tx } = context;
  const { editor, second, decisions } = input;
  await lockReviewCommands(tx);
  const { id, changes } = await findDecided(agreement, decisions, tx);
  const contributions = await findForDecision([...new Set(changes.values())], editor.userId, tx);
  const byReference = new Map(contributions.map((contribution) => [contribution.reference, contribution]));
  const concerned = decisions.flatMap(({ change }, index) => {
    const contribution = byReference.get(changes.get(change) ?? '');
    return contribution ? [{ ...contribution, path: `decisions.${index}` }] : [];
  });
  await demandUnbiased(concerned, { editor, second }, tx);
  const closed = concerned.filter(({ status }) => !DECIDABLE.some((one) => one === status));
  if (closed.length > 0) throw new DomainError(failure('stale', closed.map(marked('stale'))));
  const unconfirmed = concerned.filter(({ awaitsConsent }) => awaitsConsent);
  if (unconfirmed.length > 0)
    throw new DomainError(failure('consent_missing', unconfirmed.map(marked('consent_missing'))));
  const own = concerned.filter(({ authorId }) => authorId === editor.userId);
  if (own.length > 0 && (await readRules(tx)).own_proposal)
    throw new DomainError(failure('own_proposal', own.map(marked('own_proposal'))));
  return decideOn({ ...input, contributions, subject: { agreement: { id } }, dryRun: false }, context);
}

/**
 * Refuses, by `SecondBarred` or DomainError with a `Blocker`, an editor who may not answer such a command of another
 * one, because it decides on a contribution of theirs.
 */
export async function demandMayAnswer(decisions: CellDecision[], editor: Editor, tx: Tx): Promise<void> {
  const rows = await tx.proposedChange.findMany({
    where: { id: { in: decisions.map(({ change }) => change) } },
    select: { contributionId: true },
  });
  const concerned = rows.map(({ contributionId }) => ({ id: contributionId }));
  await demandUnbiased(concerned, { editor, second: null }, tx);
}

const marked =
  (code: string) =>
  ({ path }: { path: string }): Issue => ({ path, code });

/** The agreement, and the reference of each change's contribution. Throws DomainError `not_found`. */
async function findDecided(slug: string, decisions: CellDecision[], tx: Tx) {
  const agreement = await tx.agreement.findUnique({ where: { slug }, select: { id: true } });
  if (!agreement) throw new DomainError(failure('not_found'));
  const rows = await tx.proposedChange.findMany({
    where: { id: { in: decisions.map(({ change }) => change) }, agreementId: agreement.id },
    select: { id: true, contribution: { select: { reference: true } } },
  });
  const changes = new Map(rows.map(({ id, contribution }) => [id, contribution.reference ?? '']));
  const unknown = decisions.flatMap(({ change }, index) =>
    changes.has(change) ? [] : [{ path: `decisions.${index}.change`, code: 'not_found' }],
  );
  if (unknown.length > 0) throw new DomainError(failure('not_found', unknown));
  return { id: agreement.id, changes };
}
