import { readAgreementCells } from '@/lib/agreements/cells';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from './people';
import { proposing, submit } from './submissions';

type AcceptInput = {
  reference: string;
  /** The proposed changes: their ids by cell. */
  changes: Readonly<Record<string, string>>;
  /** Absent: a new one. */
  agreement?: string;
  editor?: Awaited<ReturnType<typeof makeEditor>>;
};

/** Accepts proposed changes on one agreement, also over a conflict. */
export async function acceptChanges({ reference, changes, agreement, editor }: AcceptInput) {
  const cells = agreement === undefined ? {} : ((await readAgreementCells(agreement))?.cells ?? {});
  const decisions = Object.entries(changes).map(([cell, change]) => ({
    change,
    outcome: 'accept' as const,
    seen: cells[cell]?.version ?? 0,
    resolve: true,
  }));
  const decided = await decideChanges({ editor: editor ?? (await makeEditor()), reference, decisions });
  if (!decided.ok) throw new Error(`not decided: ${JSON.stringify(decided)}`);
  return decided;
}

/** Has a value of one cell proposed and accepted. */
export async function decideChangesAs(slug: string, key: string, value: string): Promise<void> {
  await acceptChanges({ ...(await submit(proposing(slug, [{ cell: key, value }]))), agreement: slug });
}
