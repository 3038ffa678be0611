import { getLocale } from 'next-intl/server';
import type { CellNow } from '@/app/(form)/form/proposal-cell';
import { referenceNames } from '@/app/server/reference-names';
import type { CurrentCell } from '@/lib/agreements/cells';
import { kindOf } from '@/lib/agreements/facts/kinds';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import { factText, sayNone } from '@/lib/agreements/facts/pieces';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Locale } from '@/lib/platform/i18n/routing';
import { readAssessment } from '@/lib/publication/assessments';
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
  const [names, locale] = [await referenceNames(), (await getLocale()) as Locale]; // one of ours
  const keys = new Set([...Object.keys(today), ...Object.keys(base), ...Object.keys(others)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      { ...cellNow(key, { now: today[key], then: base[key] }, names, locale), others: others[key] },
    ]),
  );
}

type Contents = Record<'now' | 'then', CellContent | undefined>;

function cellNow(cell: string, { now, then }: Contents, names: ReferenceNames, locale: Locale): CellNow {
  const moved = !isSameJson(contentOf(now), contentOf(then));
  return {
    today: now && <CellWords cell={cell} content={now} names={names} />,
    brief: now && briefly(cell, now, names, locale),
    then: moved && then ? <CellWords cell={cell} content={then} names={names} /> : undefined,
    copy: now && kindOf(cell)?.long ? typedFrom(cell, now.value) : undefined,
  };
}

const BRIEF = 120;

/** The value in one short line of text. */
function briefly(cell: string, { value, note }: CellContent, names: ReferenceNames, locale: Locale): string {
  const text = !isFactKey(cell)
    ? catalogues[locale].common.values[readAssessment(value)]
    : value === null
      ? sayNone(note, locale)
      : factText(cell, value, locale, names);
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > BRIEF ? `${letters.slice(0, BRIEF).join('').trimEnd()}…` : letters.join('');
}

const contentOf = (content: CellContent | undefined) =>
  content ? { value: content.value, note: content.note, source: content.source, asOf: content.asOf ?? null } : null;
