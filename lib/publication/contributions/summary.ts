import type { EntrySource } from '@/lib/contributions/constants';
import { publicEntry } from '@/lib/contributions/on-behalf/words';
import { db } from '@/lib/platform/db/client';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { asReadersMay, AUTHOR } from '@/lib/publication/contact-details';
import type { ContactsRow } from '@/lib/publication/contact-details';

export const SUMMARY = {
  ...AUTHOR,
  id: true,
  status: true,
  statusReason: true,
  submittedAt: true,
  statusAt: true,
  publishedAt: true,
  language: true,
  summaryOf: true,
  entry: { select: { source: true, receivedOn: true } },
  call: { select: { slug: true, published: true } },
} as const;

export type SummaryRow = ContactsRow & {
  reference: string | null;
  status: string;
  statusReason: string | null;
  submittedAt: Date | null;
  statusAt: Date;
  publishedAt: Date | null;
  anonymous: boolean;
  publicName: string | null;
  publicAffiliation: string | null;
  publicCountry: string | null;
  stakeholderGroup: string | null;
  language: string | null;
  summaryOf: string | null;
  entry: { source: EntrySource; receivedOn: Date } | null;
  call: { slug: string; published: boolean };
};

export function summarise(row: SummaryRow, counts?: PartCounts, agreements: Named[] = []) {
  const gone = row.status !== 'published';
  return {
    reference: row.reference,
    // The call for the desk's own proposals is hidden: it has no page to link to.
    call: row.call.published ? row.call.slug : null,
    status: row.status,
    statusReason: row.status === 'unpublished' ? hideContactDetails(row.statusReason) : null,
    submittedAt: row.submittedAt?.toISOString(),
    statusAt: row.statusAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString(),
    attribution: gone
      ? null
      : asReadersMay(row, {
          anonymous: row.anonymous,
          name: row.publicName,
          affiliation: row.publicAffiliation,
          country: row.publicCountry,
          stakeholderGroup: row.stakeholderGroup,
        }),
    language: gone ? null : row.language,
    summaryOf: gone ? null : row.summaryOf,
    enteredOnBehalf: gone || !row.entry ? null : publicEntry(row.entry, row),
    counts: gone ? null : (counts ?? { signatories: 0, projects: 0, proposedCells: 0, acceptedCells: 0 }),
    agreements: gone ? [] : agreements,
  };
}

type PartCounts = { signatories: number; projects: number; proposedCells: number; acceptedCells: number };

export async function countParts(ids: string[]): Promise<Map<string, PartCounts>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(PartCounts & { id: string })[]>`
    SELECT c.id,
      (SELECT count(*) FROM signatures s WHERE s.revision_id = r.id)::int AS signatories,
      (SELECT count(*) FROM projects p WHERE p.revision_id = r.id)::int AS projects,
      cells.proposed AS "proposedCells", cells.accepted AS "acceptedCells"
    FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    CROSS JOIN LATERAL (
      -- Over all revisions: a cell that was decided before is not proposed again, and one proposed anew is still one cell.
      SELECT count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key))::int AS proposed,
        count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key)) FILTER (WHERE x.status IN ('accepted', 'amended')
          -- A decision that was undone counts no more.
          AND NOT EXISTS (SELECT 1 FROM proposed_changes y WHERE y.proposal_id = x.proposal_id AND y.key = x.key AND y.round > x.round))::int AS accepted
      FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn'
    ) cells
    WHERE c.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

type Named = { slug: string; name: string; shortName: string };

/**
 * By contribution: the agreements that its newest revision has signed or runs projects for, and those of all proposals
 * that were not taken back.
 */
export async function touchedAgreements(ids: string[]): Promise<Map<string, Named[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Named & { id: string })[]>`
    SELECT c.id, a.slug, a.name, a.short_name AS "shortName"
    FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    CROSS JOIN LATERAL (
      SELECT s.agreement_id FROM signatures s WHERE s.revision_id = r.id
      UNION SELECT pa.agreement_id FROM projects p JOIN project_agreements pa ON pa.project_id = p.id WHERE p.revision_id = r.id
      UNION SELECT x.agreement_id FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn'
    ) touched JOIN agreements a ON a.id = touched.agreement_id
    WHERE c.id = ANY(${ids}::uuid[]) ORDER BY c.id, a.name, a.slug`;
  const byContribution = new Map<string, Named[]>();
  for (const { id, ...agreement } of rows) byContribution.set(id, [...(byContribution.get(id) ?? []), agreement]);
  return byContribution;
}
