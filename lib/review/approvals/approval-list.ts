import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { readStoredValue } from '@/lib/agreements/schema';
import type { CellContent } from '@/lib/agreements/schema';
import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import type { Blocker, Concerned } from '@/lib/review/policy';
import { readConcerned } from '@/lib/review/interests/conflict-of-interest';
import { mergedContent } from '@/lib/review/merge';
import { decisionBlocker } from '@/lib/review/policy';
import type { CellDecision } from '@/lib/review/schema';
import { BULK_FROM, RULE_ACTIONS } from './rules';
import type { RuleAction, Rules } from './rules';
import { commands, isCommandKind } from './schema';
import type { CommandKind } from './schema';
import { readableFor } from '@/lib/review/readable';

/** The desk's rules as admins have set them; none is set to begin with. */
export async function readRules(tx: Tx = db): Promise<Rules> {
  const rows = await tx.reviewRule.findMany({
    where: { secondEditor: true },
    select: { action: true, threshold: true },
  });
  const set = new Map(rows.map(({ action, threshold }) => [action, threshold]));
  return {
    rename: set.has('rename'),
    retire: set.has('retire'),
    own_proposal: set.has('own_proposal'),
    on_behalf: set.has('on_behalf'),
    bulk: set.has('bulk') ? (set.get('bulk') ?? BULK_FROM) : null,
  };
}

export type ApprovalStatus = 'waiting' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';

/** One cell of a command that decides, as the second editor reads it. */
export type AskedCell = {
  agreement: string;
  key: string;
  outcome: CellDecision['outcome'];
  current: CellContent | null;
  asked: CellContent | null;
  reason: string | null;
};

export type ApprovalRow = {
  id: string;
  kind: CommandKind;
  rules: RuleAction[];
  status: ApprovalStatus;
  reference: string | null;
  agreement: { slug: string; name: string } | null;
  askedBy: string;
  askedAt: Date;
  answeredBy: string | null;
  answeredAt: Date | null;
  answer: string | null;
  /** Why it is asked for; of a retirement or reinstatement. */
  reason: string | null;
  cells: AskedCell[];
  /** The reason why this editor may not answer; null if they may. */
  barred: 'own_request' | Blocker | null;
};

const ROW = {
  id: true,
  kind: true,
  rules: true,
  status: true,
  command: true,
  askedById: true,
  askedAt: true,
  answeredAt: true,
  answer: true,
  askedBy: { select: { name: true, email: true } },
  answeredBy: { select: { name: true, email: true } },
  contributionId: true,
  contribution: { select: { reference: true } },
  agreement: { select: { slug: true, name: true } },
} as const;

const PAGE = 50;

/** Commands that wait for a second editor, oldest first; with `answered` those that no longer wait, newest first. */
export async function listApprovals(
  editor: Editor,
  { answered = false, reference }: { answered?: boolean; reference?: string } = {},
): Promise<ApprovalRow[]> {
  const rows = await db.approval.findMany({
    where: {
      status: answered ? { not: 'waiting' } : 'waiting',
      ...(reference !== undefined && { contribution: { reference } }),
    },
    orderBy: [{ askedAt: answered ? 'desc' : 'asc' }, { id: 'asc' }],
    take: PAGE,
    select: ROW,
  });
  const decided = rows.flatMap((row) =>
    row.kind === 'decisions' ? commands.decisions.parse(row.command).decisions.map(({ change }) => change) : [],
  );
  const cells = await readAskedCells(decided);
  const concerned = await readConcerned(
    [
      ...rows.flatMap(({ contributionId }) => contributionId ?? []),
      ...[...cells.values()].map((cell) => cell.contributionId),
    ],
    editor,
  );
  const readable = readableFor(editor);
  return rows.map((row) => {
    const { contribution, contributionId: _, askedById, command, askedBy, answeredBy, kind, rules, ...rest } = row;
    if (!isCommandKind(kind)) throw new Error(`There is no command called ${kind}`);
    return {
      ...rest,
      kind,
      rules: RULE_ACTIONS.filter((action) => rules.includes(action)),
      reference: contribution?.reference ?? null,
      askedBy: askedBy.name ?? askedBy.email,
      answeredBy: answeredBy && (answeredBy.name ?? answeredBy.email),
      answer: readable(rest.answer),
      reason: kind === 'decisions' ? null : readable(commands[kind].parse(command).reason),
      cells:
        kind === 'decisions'
          ? commands.decisions
              .parse(command)
              .decisions.map((decision) => readable(askedCell(decision, cells.get(decision.change))))
          : [],
      barred: !can(editor, 'approval.answer')
        ? 'forbidden'
        : askedById === editor.userId
          ? 'own_request'
          : blockerOf(row, { cells, concerned, editor }),
    };
  });
}

type Known = {
  cells: ReadonlyMap<string, CellRow>;
  concerned: ReadonlyMap<string, Concerned>;
  editor: Editor;
};

/** Why the editor may not answer: a command on one agreement decides changes of several contributions. */
function blockerOf(
  { contributionId, kind, command }: { contributionId: string | null; kind: string; command: unknown },
  { cells, concerned, editor }: Known,
): Blocker | null {
  const decisions = kind === 'decisions' ? commands.decisions.parse(command).decisions : [];
  const ids =
    contributionId === null ? decisions.map(({ change }) => cells.get(change)?.contributionId) : [contributionId];
  const blockers = ids.map((id) => {
    const about = concerned.get(id ?? '');
    return about ? decisionBlocker(editor, about) : null;
  });
  return blockers.find((blocker) => blocker !== null) ?? null;
}

type CellRow = {
  contributionId: string;
  key: string;
  agreement: string;
  current: CellContent | null;
  proposed: CellContent;
};

async function readAskedCells(ids: string[]): Promise<Map<string, CellRow>> {
  const rows = await db.proposedChange.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      contributionId: true,
      key: true,
      value: true,
      note: true,
      source: true,
      asOf: true,
      agreementId: true,
      agreement: {
        select: {
          shortName: true,
          cells: { select: { key: true, value: true, note: true, source: true, asOf: true } },
        },
      },
    },
  });
  return new Map(
    rows.map(({ id, contributionId, key, value, note, source, asOf, agreement }) => {
      const stands = agreement?.cells.find((cell) => cell.key === key);
      // Both were parsed by the cell's schema before they were stored.
      const current = stands
        ? { value: stands.value as CellContent['value'], note: stands.note, source: stands.source, asOf: stands.asOf }
        : null;
      return [
        id,
        {
          contributionId,
          key,
          agreement: agreement?.shortName ?? '',
          current,
          proposed: { value: value as CellContent['value'], note, source, asOf },
        },
      ];
    }),
  );
}

type AskedDecision = ReturnType<typeof commands.decisions.parse>['decisions'][number];

function askedCell(decision: AskedDecision, row: CellRow | undefined): AskedCell {
  const common = {
    agreement: row?.agreement ?? '',
    key: row?.key ?? '',
    outcome: decision.outcome,
    current: row?.current ?? null,
    reason: decision.reason ?? null,
  };
  if (decision.outcome === 'reject') return { ...common, asked: null };
  if (!row) return { ...common, asked: null };
  if (decision.outcome === 'accept') return { ...common, asked: mergedContent(row.current, row.proposed, '') };
  if (decision.outcome !== 'amend') return { ...common, asked: mergedContent(null, row.proposed, '') };
  const parsed = readStoredValue(common.key, decision.value);
  const amended = {
    value: parsed.success ? parsed.data : null,
    note: decision.note ?? row.proposed.note,
    source: decision.source ?? row.proposed.source,
    asOf: decision.asOf ?? row.proposed.asOf,
  };
  return { ...common, asked: mergedContent(row.current, amended, '') };
}
