import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { cellName } from '@/lib/agreements/facts/cell-name';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import type { PartiesPart } from '@/lib/agreements/facts/fact';
import type { CellContent } from '@/lib/agreements/schema';
import type { Shown } from '@/lib/questions/kind';
import type { Naming, Telling } from '@/lib/questions/value-kind';
import type { AgreementNames } from '@/lib/questions/rows';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { DraftPart } from './assembly';
import { changesOf } from '@/lib/questions/proposal-changes';
import { readValues } from './values';

/** What facts and criteria are called, by key. */
type Titles = Readonly<Record<string, string>>;

export type ReadCell = { cell: string; title: string; before: CellContent | null; proposed: CellContent };

/** What becomes of one part of a value: the texts that go and those that come. Each name of a list is one. */
export type PartChange = { part: PartiesPart; gone: string[]; added: string[] };

/** Exactly what a proposed value of several parts would change of today's; what is not named here stays. */
export function partsChanged(before: unknown, proposed: unknown): PartChange[] {
  return PARTIES_PARTS.flatMap((part) => {
    const [old, next] = [textsIn(before, part), textsIn(proposed, part)];
    const change = {
      part,
      gone: old.filter((text) => !next.includes(text)),
      added: next.filter((text) => !old.includes(text)),
    };
    return change.gone.length + change.added.length > 0 ? [change] : [];
  });
}

function textsIn(value: unknown, part: string): string[] {
  const said: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  return said === undefined || said === null ? [] : Array.isArray(said) ? said.map(String) : [String(said)];
}

/**
 * The names of agreements and criteria in the dataset that a draft refers to; what has been removed since is named by
 * its slug.
 */
export function namingIn({ agreements, sets }: Dataset): Naming {
  const bySlug = new Map(agreements.map(({ slug, name, shortName }) => [slug, { slug, name, shortName }]));
  const criteria = new Map(sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title])));
  return {
    agreement: (slug) => bySlug.get(slug) ?? { slug, name: slug, shortName: slug },
    criterion: (key) => criteria.get(key) ?? key,
  };
}
type Dataset = {
  agreements: readonly AgreementNames[];
  sets: readonly { criteria: readonly { key: string; title: string }[] }[];
};

/** What a question's section of a draft says besides its text, ready to be read: valid or not. */
export function shownOfDraft(question: Question, data: unknown, telling: Telling): Shown[] {
  const kind = kindOf(question);
  const sent = kind.sent(kind.typed.parse(data), question);
  return sent === undefined ? [] : kind.shown(sent, question, telling);
}

/** Only what differs: exactly the cells that will be proposed. */
export function proposedIn({ section, data }: DraftPart, titles: Titles, names: ReferenceNames): ReadCell[] {
  if (section.kind !== 'proposal') return [];
  return changesOf(readValues('proposal', data), section.base, section.criteria).map((change) => {
    // A new row is called as it will be, where its value already says how.
    const cell = cellKeyFor(change.cell, change.value);
    const { value = null, note = null, source = null, asOf = null } = change;
    return {
      cell,
      title: cellName(titles, cell, names),
      before: section.base[cell] ?? null,
      // Shown as typed: a value that its schema refuses is listed among the faults as well.
      proposed: { value: value as CellContent['value'], note, source, asOf },
    };
  });
}
