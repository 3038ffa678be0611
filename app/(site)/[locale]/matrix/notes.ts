import type { AssessmentValue } from '@/lib/agreements/schema';
import { assessmentOf } from '@/lib/publication/assessments';
import type { MatrixTable } from '@/lib/publication/matrix/layout';
import type { Criterion } from '@/lib/publication/matrix/ordering';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';

export type MatrixNote = { id: string; agreement: PublicAgreement; criterion: Criterion; cell: PublicCell };

/**
 * The values of a table that have a note, in the order of the table: on paper both are numbered, and the numbers must
 * match. Ids are short because each is in the page five times.
 */
export function notesOf({ set, groups }: MatrixTable, prefix: string, transposed: boolean): MatrixNote[] {
  const agreements = groups.flatMap((group) => group.agreements);
  const pairs = transposed
    ? set.criteria.flatMap((criterion) => agreements.map((agreement) => ({ agreement, criterion })))
    : agreements.flatMap((agreement) => set.criteria.map((criterion) => ({ agreement, criterion })));
  return pairs
    .flatMap(({ agreement, criterion }) => {
      const cell = agreement.assessments[criterion.key];
      return cell && (cell.note || cell.contributions.length > 0 || cell.views) ? [{ agreement, criterion, cell }] : [];
    })
    .map((note, at) => ({ id: `${prefix}${at + 1}`, ...note }));
}

export type NotesTogether = {
  /** The agreement or criterion whose notes these are; `of` says which. */
  of: 'agreement' | 'criterion';
  title: string;
  notes: MatrixNote[];
  /** The values of the same row or column that have no note, in the order of the table. */
  others: { name: string; value: AssessmentValue }[];
};

/** All notes of a row or a column of a table; null if it has neither an agreement nor a criterion of this name. */
export function notesTogether(
  { set, groups }: MatrixTable,
  notes: readonly MatrixNote[],
  name: string,
): NotesTogether | null {
  const agreements = groups.flatMap((group) => group.agreements);
  const agreement = agreements.find(({ slug }) => slug === name);
  const criterion = set.criteria.find(({ key }) => key === name);
  const isNoted = noteIds(notes);
  if (agreement)
    return {
      of: 'agreement',
      title: agreement.shortName,
      notes: notes.filter((note) => note.agreement === agreement),
      others: set.criteria
        .filter((one) => isNoted(agreement, one) === undefined)
        .map(({ key, shortTitle }) => ({ name: shortTitle, value: assessmentOf(agreement, key) })),
    };
  return criterion
    ? {
        of: 'criterion',
        title: criterion.title,
        notes: notes.filter((note) => note.criterion === criterion),
        others: agreements
          .filter((one) => isNoted(one, criterion) === undefined)
          .map((one) => ({ name: one.shortName, value: assessmentOf(one, criterion.key) })),
      }
    : null;
}

/** The agreements and criteria with more than one note in a table, by slug and key: one note is read at its value. */
export function namesWithNotes(notes: readonly MatrixNote[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { agreement, criterion } of notes)
    for (const name of [agreement.slug, criterion.key]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

/** Finds the note of a value by agreement and criterion. */
export const noteIds = (notes: readonly MatrixNote[]) => {
  const ids = new Map(notes.map(({ id, agreement, criterion }) => [`${agreement.slug} ${criterion.key}`, id]));
  return (agreement: PublicAgreement, criterion: Criterion) => ids.get(`${agreement.slug} ${criterion.key}`);
};
