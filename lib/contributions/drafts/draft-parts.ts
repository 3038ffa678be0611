import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import type { PartiesPart } from '@/lib/agreements/facts/fact';
import type { CellContent } from '@/lib/agreements/schema';
import type { DraftPart } from './assembly';
import { changesOf } from './changes';
import { isBlank, readValues } from './values';

/** What agreements and cells are called, by slug or key. */
type Names = Record<string, string>;

export type ReadSignatory = { name: string; note?: string };
export type ReadProject = {
  title: string;
  description: string;
  link?: string;
  agreements: string[];
  criteria: string[];
};
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

/** The agreements that a section of the draft says were signed, ready to be read. */
export function signatoriesIn(data: unknown, fullNames: Names): ReadSignatory[] {
  const { agreements, notes, others } = readValues('signatory', data);
  return [
    ...agreements.map((slug) => ({ name: fullNames[slug] ?? slug, note: notes[slug] })),
    ...others.filter((other) => !isBlank(other)),
  ];
}

/** The projects of a section of the draft, ready to be read. */
export function projectsIn(data: unknown, names: Names): ReadProject[] {
  return readValues('projects', data)
    .projects.filter((project) => !isBlank(project))
    .map(({ agreements, criteria, ...project }) => ({
      ...project,
      agreements: agreements.map((slug) => names[slug] ?? slug),
      criteria: criteria.map((key) => names[key] ?? key),
    }));
}

/** Only what differs: exactly the cells that will be proposed. */
export function proposedIn({ section, data }: DraftPart, names: Names): ReadCell[] {
  if (section.kind !== 'proposal') return [];
  return changesOf(readValues('proposal', data), section.base, section.criteria).map(
    ({ cell, value, note, source }) => ({
      cell,
      title: names[cell] ?? cell,
      before: section.base[cell] ?? null,
      // Shown as typed: a value that its schema refuses is listed among the faults as well.
      proposed: { value: (value ?? null) as CellContent['value'], note: note ?? null, source: source ?? null },
    }),
  );
}
