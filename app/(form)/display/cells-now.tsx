import type { CellNow } from '@/app/(form)/form/proposal-cell';
import { referenceNames } from '@/app/server/reference-names';
import type { CurrentCell } from '@/lib/agreements/cells';
import { kindOf } from '@/lib/agreements/facts/kinds';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import { typedFrom } from '@/lib/questions/proposal-changes';
import type { BaseCells } from '@/lib/questions/proposal-changes';
import { isSameJson } from '@/lib/platform/json';
import { CellWords } from './cell-words';

/**
 * Each cell's present value, how many other contributions want to change it, and its value when the proposal was begun
 * if that differs.
 */
export async function cellsNow(
  today: Record<string, CurrentCell>,
  base: BaseCells,
  others: Record<string, number> = {},
): Promise<Record<string, CellNow>> {
  const names = await referenceNames();
  const keys = new Set([...Object.keys(today), ...Object.keys(base), ...Object.keys(others)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      { ...cellNow(key, { now: today[key], then: base[key] }, names), others: others[key] },
    ]),
  );
}

type Contents = Record<'now' | 'then', CellContent | undefined>;

function cellNow(cell: string, { now, then }: Contents, names: ReferenceNames): CellNow {
  const moved = !isSameJson(contentOf(now), contentOf(then));
  return {
    today: now && <CellWords cell={cell} content={now} names={names} />,
    then: moved && then ? <CellWords cell={cell} content={then} names={names} /> : undefined,
    copy: now && kindOf(cell)?.long ? typedFrom(cell, now.value) : undefined,
  };
}

const contentOf = (content: CellContent | undefined) =>
  content ? { value: content.value, note: content.note, source: content.source, asOf: content.asOf ?? null } : null;
