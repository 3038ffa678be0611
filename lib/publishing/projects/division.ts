import { z } from 'zod';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import { foldSought } from '@/lib/agreements/search/folding';
import { isMeant } from '@/lib/agreements/search/filtering';
import type { Division } from '@/lib/publishing/choosing/choosing';
import type { PublicProject } from '@/lib/publishing/schema';
import type { View, ViewShape } from '@/lib/publishing/views/address';

/** What the list of projects can be narrowed by, as its addresses name it. Words looked for are folded, so that one search has one address. */
export const projectViewShape = {
  q: { value: z.string().transform(foldSought).pipe(z.string().min(1)), most: 1 },
  criterion: { value: criterionKey, most: 1 },
  agreement: { value: agreementSlug, most: 1 },
  page: { value: z.string().regex(/^[1-9]\d{0,4}$/), most: 1 },
} satisfies ViewShape;
export type ProjectView = View<typeof projectViewShape>;

export const projectDivisions: Division<PublicProject>[] = [
  { name: 'criterion', valuesOf: ({ criteria }) => criteria.map(({ key }) => key) },
  { name: 'agreement', valuesOf: ({ agreements }) => agreements.map(({ slug }) => slug) },
];

/** The projects that are meant by these words: in their title or description, or by who runs them. */
export function soughtAmong(projects: readonly PublicProject[], sought: string | undefined): readonly PublicProject[] {
  if (sought === undefined) return projects;
  return projects.filter(({ title, description, attribution: { affiliation, name } }) =>
    isMeant(sought, [title, description, affiliation ?? '', name ?? '']),
  );
}
