import { changesOf } from '@/lib/contributions/drafts/changes';
import { readValues } from '@/lib/contributions/drafts/values';
import { isBlank } from '@/lib/contributions/drafts/values';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import type { ProposedCell } from '@/app/[locale]/(contribute)/_read/proposed-cells';
import type { ReadProject, ReadSignatory } from '@/app/[locale]/(contribute)/_read/sent-parts';
import type { Names } from '@/app/[locale]/(contribute)/_form/sentences';
import type { CellContent } from '@/lib/agreements/schema';

/** What a section of the draft says, ready to be read. */
export function signatoriesIn(data: unknown, fullNames: Names): ReadSignatory[] {
  const { agreements, notes, others } = readValues('signatory', data);
  return [
    ...agreements.map((slug) => ({ name: fullNames[slug] ?? slug, note: notes[slug] })),
    ...others.filter((other) => !isBlank(other)),
  ];
}

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
export function proposedIn({ section, data }: DraftPart, names: Names): ProposedCell[] {
  if (section.kind !== 'proposal') return [];
  return changesOf(readValues('proposal', data), section.base, section.criteria).map(({ cell, value, note, source }) => ({
    cell,
    title: names[cell] ?? cell,
    before: section.base[cell] ?? null,
    // Shown as typed: a value that its schema refuses is listed among the faults as well.
    proposed: { value: (value ?? null) as CellContent['value'], note: note ?? null, source: source ?? null },
  }));
}
