import { z } from 'zod';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import { isMeant } from '@/lib/agreements/search/filter';
import { foldSought } from '@/lib/agreements/search/normalise';
import { asReadersRead } from '@/lib/contributions/redaction/overlay';
import type { Prisma } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { View, ViewShape } from '@/lib/publication/views/address';
import { AUTHOR, asReadersMay } from './contact-details';
import type { PublicProject } from './schema';
import { publicProject } from './schema';
import type { Facet } from './selection';

/**
 * The filters of the list of projects, by their names in addresses. Search words are folded, so that one search has one
 * address.
 */
export const projectViewShape = {
  q: { value: z.string().transform(foldSought).pipe(z.string().min(1)), most: 1 },
  criterion: { value: criterionKey, most: 1 },
  agreement: { value: agreementSlug, most: 1 },
  page: { value: z.string().regex(/^[1-9]\d{0,4}$/), most: 1 },
} satisfies ViewShape;
export type ProjectView = View<typeof projectViewShape>;

export const projectDivisions: Facet<PublicProject>[] = [
  { name: 'criterion', valuesOf: ({ criteria }) => criteria.map(({ key }) => key) },
  { name: 'agreement', valuesOf: ({ agreements }) => agreements.map(({ slug }) => slug) },
];

/** The projects that match these words: in their title or description, or in the name of who runs them. */
export function soughtAmong(projects: readonly PublicProject[], sought: string | undefined): readonly PublicProject[] {
  if (sought === undefined) return projects;
  return projects.filter(({ title, description, attribution: { affiliation, name } }) =>
    isMeant(sought, [title, description, affiliation ?? '', name ?? '']),
  );
}

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

const PROJECT = {
  position: true,
  redacted: true,
  title: true,
  description: true,
  link: true,
  agreements: { select: { agreement: NAMED }, orderBy: { agreement: { name: 'asc' } } },
  criteria: {
    select: { criterion: { select: { key: true, title: true } } },
    orderBy: [{ criterion: { set: { position: 'asc' } } }, { criterion: { position: 'asc' } }],
  },
} satisfies Prisma.ProjectSelect;

/**
 * Every project of a published contribution, from its newest revision: projects of the newest contribution first, in
 * the contribution's order. Withdrawn contributions and projects that a correction left out are not included.
 */
export async function listProjects(): Promise<PublicProject[]> {
  const rows = await db.contribution.findMany({
    where: { status: 'published', publishedAt: { not: null }, revisions: { some: { projects: { some: {} } } } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    select: {
      ...AUTHOR,
      language: true,
      revisions: { select: { number: true, projects: { orderBy: { position: 'asc' }, select: PROJECT } } },
    },
  });
  return rows.flatMap(
    ({
      reference,
      revisions,
      currentRevision,
      anonymous,
      publicName,
      publicAffiliation,
      publicCountry,
      stakeholderGroup,
      language,
      ...contacts
    }) => {
      const attribution = {
        anonymous,
        name: publicName,
        affiliation: publicAffiliation,
        country: publicCountry,
        stakeholderGroup,
      };
      const projects = revisions.find(({ number }) => number === currentRevision)?.projects ?? [];
      return projects.map(asReadersRead).map(({ position, agreements, criteria, ...project }) =>
        asReadersMay(
          contacts,
          publicProject.parse({
            ...project,
            contribution: reference,
            number: position + 1,
            attribution,
            language,
            agreements: agreements.map((one) => one.agreement),
            criteria: criteria.map((one) => one.criterion),
          }),
        ),
      );
    },
  );
}
