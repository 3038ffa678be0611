import type { Typed } from '@/app/ui/action-state';
import type { Issue } from '@/lib/platform/errors';

const CRITERION_PARTS = ['key', 'letter', 'title', 'shortTitle', 'description', 'help'] as const;
export type CriterionPart = (typeof CRITERION_PARTS)[number];

type Criterion = {
  key: string;
  letter: string | null;
  title: string;
  shortTitle: string;
  description: string;
  help: string;
};
export type EditedSet = {
  slug: string;
  title: string;
  description: string;
  source: string;
  criteria: readonly Criterion[];
};

export const criterionField = (row: number, part: CriterionPart) => `criteria.${row}.${part}`;

/** The rows with any text; empty ones are left out. */
export function writtenRows(typed: Typed): number[] {
  const rows = Object.keys(typed)
    .flatMap((name) => /^criteria\.(\d+)\.title$/.exec(name)?.[1] ?? [])
    .map(Number);
  return rows
    .filter((row) => CRITERION_PARTS.some((part) => (typed[criterionField(row, part)] ?? '').trim() !== ''))
    .toSorted((one, other) => one - other);
}

/** Parses the form of a set for lib/review. */
export function readSet({ slug, title, description, source, ...typed }: Typed) {
  const criteria = writtenRows(typed).map((row) =>
    Object.fromEntries(CRITERION_PARTS.map((part) => [part, typed[criterionField(row, part)] ?? ''])),
  );
  return { slug, title, description, source, criteria };
}

/** Maps an issue (`criteria.1.key`) to its field in the form, where empty rows count too. */
export function fieldOfIssue({ path }: Issue, typed: Typed): string {
  const [list, index, part] = path.split('.');
  const row = list === 'criteria' && part !== undefined ? writtenRows(typed)[Number(index)] : undefined;
  return row === undefined ? path : `criteria.${row}.${part}`;
}
