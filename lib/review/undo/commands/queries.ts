import { db } from '@/lib/db/client';
import type { ChangeStatus } from '@/lib/review/state';

export type DecidedCell = {
  change: string;
  key: string;
  /** The short name of the agreement; null where it never got into the dataset. */
  agreement: string | null;
  outcome: Exclude<ChangeStatus, 'pending' | 'withdrawn'>;
  /** The decision was undone: the cell is decided anew, or taken back in the dataset. */
  undone: boolean;
};

/** What an editor decided in one go on a contribution. */
export type DecidedCommand = { id: string; at: Date; by: string; secondedBy: string | null; cells: DecidedCell[] };

/** Everything that was decided on a contribution, command by command, the newest first. */
export async function listCommands(reference: string): Promise<DecidedCommand[]> {
  const rows = await db.decision.findMany({
    where: { change: { contribution: { reference } } },
    orderBy: [{ decidedAt: 'desc' }, { commandId: 'asc' }, { change: { key: 'asc' } }],
    select: {
      commandId: true,
      decidedAt: true,
      outcome: true,
      user: { select: { name: true, email: true } },
      secondedBy: { select: { name: true, email: true } },
      revision: { select: { revertedBy: { select: { changes: { select: { key: true } } } } } },
      change: {
        select: { id: true, key: true, round: true, proposalId: true, agreement: { select: { shortName: true } } },
      },
    },
  });
  const rounds = await db.proposedChange.findMany({
    where: { contribution: { reference }, round: { gt: 1 } },
    select: { proposalId: true, key: true, round: true },
  });
  const commands = new Map<string, DecidedCommand>();
  for (const { commandId, decidedAt, outcome, user, secondedBy, revision, change } of rows) {
    const command = commands.get(commandId) ?? {
      id: commandId,
      at: decidedAt,
      by: user.name ?? user.email,
      secondedBy: secondedBy && (secondedBy.name ?? secondedBy.email),
      cells: [],
    };
    const again = rounds.some(
      (other) => other.proposalId === change.proposalId && other.key === change.key && other.round > change.round,
    );
    const reverted = revision?.revertedBy.some(({ changes }) => changes.some(({ key }) => key === change.key)) ?? false;
    command.cells.push({
      change: change.id,
      key: change.key,
      agreement: change.agreement?.shortName ?? null,
      outcome,
      undone: again || reverted,
    });
    commands.set(commandId, command);
  }
  return [...commands.values()];
}
