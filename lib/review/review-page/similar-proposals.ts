import { TELLING_FIELDS, tellingTexts } from '@/lib/agreements/facts/registry';
import { alikeAmong } from '@/lib/agreements/search/likeness';
import type { Description, LikenessReason } from '@/lib/agreements/search/likeness';
import { listDescriptions } from '@/lib/agreements/search/search';
import { DECIDABLE } from '@/lib/contributions/state';
import { db, Prisma } from '@/lib/platform/db/client';

/** What a proposed new agreement looks like, and why: entries of the dataset, and new ones that others propose. */
export type Alike = {
  agreements: { slug: string; name: string; reasons: LikenessReason[] }[];
  proposals: { proposal: string; reference: string; name: string; reasons: LikenessReason[] }[];
};

/** The proposals that are compared: the newest of what is open. */
const MAX_COMPARED = 400;

type New = { id: string; changes: { key: string; value: unknown }[] };

/** For each of these new agreements that looks like something else, by proposal. */
export async function readAlike(proposals: readonly New[], contributionId: string): Promise<Map<string, Alike>> {
  if (proposals.length === 0) return new Map();
  const [agreements, others] = await Promise.all([listDescriptions(), listOpenNew(contributionId)]);
  return new Map(
    proposals.flatMap((proposal) => {
      const described = descriptionOf(proposal.changes);
      const alike = {
        agreements: alikeAmong(described, agreements).map(({ entry: { slug, name }, reasons }) => ({
          slug,
          name,
          reasons,
        })),
        proposals: alikeAmong(described, others).map(({ entry: { id, reference, name }, reasons }) => ({
          proposal: id,
          reference,
          name,
          reasons,
        })),
      };
      return alike.agreements.length + alike.proposals.length > 0 ? [[proposal.id, alike] as const] : [];
    }),
  );
}

function descriptionOf(changes: New['changes']): Description {
  return tellingTexts((field) => {
    const value = changes.find((change) => change.key === field)?.value;
    return typeof value === 'string' ? value : '';
  });
}

type OpenNew = Description & { id: string; reference: string };

/** New agreements that other contributions propose and that are not decided, newest first. */
async function listOpenNew(contributionId: string): Promise<OpenNew[]> {
  const rows = await db.$queryRaw<{ id: string; reference: string; cells: Record<string, unknown> }[]>(Prisma.sql`
    SELECT p.id, c.reference, (SELECT jsonb_object_agg(x.key, coalesce(x.redacted->'value', x.value)) FROM proposed_changes x
      WHERE x.proposal_id = p.id AND x.status = 'pending' AND x.key IN (${Prisma.join(TELLING_FIELDS)})) AS cells
    FROM proposed_changes n JOIN proposals p ON p.id = n.proposal_id JOIN contributions c ON c.id = n.contribution_id
    WHERE n.agreement_id IS NULL AND n.key = 'name' AND n.status = 'pending' AND n.contribution_id <> ${contributionId}::uuid
      AND c.status = ANY(${DECIDABLE}::contribution_status[]) AND c.reference IS NOT NULL
    ORDER BY c.submitted_at DESC, p.id LIMIT ${MAX_COMPARED}`);
  return rows.map(({ id, reference, cells }) => ({
    id,
    reference,
    ...descriptionOf(Object.entries(cells).map(([key, value]) => ({ key, value }))),
  }));
}
