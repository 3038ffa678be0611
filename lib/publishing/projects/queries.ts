import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/client';
import { asReadersMay, CONTACTS } from '@/lib/publishing/contact-details';
import { publicProject } from '@/lib/publishing/schema';
import type { PublicProject } from '@/lib/publishing/schema';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

const PROJECT = {
  position: true,
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
 * Every project of a published contribution as its newest revision tells it: those of the newest contribution first, in the order in which
 * it names them. What was withdrawn is not among them, nor what a correction has left out.
 */
export async function listProjects(): Promise<PublicProject[]> {
  const rows = await db.contribution.findMany({
    where: { status: 'published', publishedAt: { not: null }, revisions: { some: { projects: { some: {} } } } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    select: {
      reference: true,
      anonymous: true,
      publicName: true,
      publicAffiliation: true,
      publicCountry: true,
      stakeholderGroup: true,
      language: true,
      ...CONTACTS,
      currentRevision: true,
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
      return projects.map(({ position, agreements, criteria, ...project }) =>
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
