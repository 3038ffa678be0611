import type { z } from 'zod';
import { submitContribution } from '@/lib/contributions/submission';
import type { submissionSchema } from '@/lib/contributions/schema';
import { db } from '@/lib/platform/db/client';

export type SubmissionInput = z.input<ReturnType<typeof submissionSchema>>;

/**
 * The EastWest Institute's contribution of 2020, retold in our own words from its published text; the contact is a role
 * at example.org. Signatory to two agreements, two projects, and an update of the GCSC entry.
 */
export function eastWestSubmission(): SubmissionInput {
  return {
    answers: {
      signatory:
        'We support two of the agreements. The Paris Call is analysed in the background paper although the annex leaves it out.',
      projects: 'Two strands of work put the norms we support into practice.',
      agreements: 'The entry of the Global Commission should follow its final report.',
      comments: 'The paper shows well how the norms of 2015 return in other agreements.',
    },
    signatories: [{ agreement: 'gcsc', note: 'Final report, Advancing Cyberstability' }, { agreement: 'paris-call' }],
    projects: [
      {
        title: 'Global Cyber Policy Dialogues',
        description:
          'Regional dialogues, begun in 2020, that bring policy makers of developing countries together and build the capacity to put cyber norms into practice.',
        agreements: ['ungge-2015'],
        criteria: ['interstate-cooperation', 'reference-to-capacity-building'],
      },
      {
        title: 'Trust and security in ICT supply chains',
        description:
          'A framework of assurance, transparency and accountability for managing risk in the ICT supply chain, published as the report Weathering TechNationalism in 2020.',
        agreements: ['gcsc', 'charter-of-trust', 'tech-accord'],
        criteria: ['supply-chain-integrity', 'report-vulnerabilities'],
      },
    ],
    proposals: [
      {
        kind: 'update',
        agreement: 'gcsc',
        comment: 'Replaces the six norms by the eight of the final report.',
        changes: [
          {
            cell: 'name',
            value: 'Global Commission on the Stability of Cyberspace: Cyberstability Framework',
            source: 'Advancing Cyberstability, final report, November 2019',
          },
          { cell: 'launchDate', value: '2019-11', source: 'Advancing Cyberstability, final report, November 2019' },
          {
            cell: 'respond-to-requests-for-help',
            value: 'yes',
            note: 'Not one of the eight norms, but part of the principle "Requirement to Act".',
            source: 'Advancing Cyberstability, principles',
          },
        ],
      },
    ],
    about: {
      name: 'Programme office',
      affiliation: 'EastWest Institute',
      email: 'programme.office@example.org',
      country: 'US',
      stakeholderGroup: 'civil_society',
      show: { affiliation: true, country: true },
    },
    consent: true,
  };
}

/** The smallest submission that proposes cells of one agreement. */
export function proposing(
  agreement: string,
  changes: { cell: string; value: unknown; note?: string; source?: string; asOf?: string | null }[],
  affiliation?: string,
): SubmissionInput {
  return {
    proposals: [{ kind: 'update', agreement, changes: changes as never }],
    ...(affiliation && { about: { affiliation, show: { affiliation: true } } }),
    consent: true,
  };
}

/** The call of a sent contribution, whether it is anonymous, and what it proposes. */
export const sentAs = (reference: string) =>
  db.contribution.findUniqueOrThrow({
    where: { reference },
    select: {
      anonymous: true,
      call: { select: { slug: true } },
      proposedChanges: { select: { key: true, value: true, source: true } },
    },
  });

/**
 * Submits to the call of 2020 through the same function as form and API; returns id, reference, and the proposed cells
 * by key.
 */
export async function submit(input: SubmissionInput, { callSlug = '2020' }: { callSlug?: string } = {}) {
  const result = await submitContribution({ callSlug, input });
  if (!result.ok) throw new Error(`not submitted: ${JSON.stringify(result)}`);
  const { id, proposedChanges } = await db.contribution.findUniqueOrThrow({
    where: { reference: result.reference },
    select: { id: true, proposedChanges: { select: { id: true, key: true } } },
  });
  const changes = Object.fromEntries(proposedChanges.map((row) => [row.key, row.id]));
  return { ...result, id, token: result.token ?? '', changes };
}

/** Makes a sent contribution as old as if it had been submitted then. */
export async function submittedOn(reference: string, at: Date): Promise<void> {
  await db.contribution.update({ where: { reference }, data: { submittedAt: at, statusAt: at } });
}
