import type { ParticipationAction } from '@/lib/agreements/participation-constants';
import { readCellRedactor } from '@/lib/agreements/redacted-cells';
import type { CellRedactor } from '@/lib/agreements/redacted-cells';
import { Prisma, db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { foldText } from '@/lib/platform/text/fold-text';
import { publicParticipantLine, publicParticipantRecord, publicParticipation } from './schema';
import type { PublicParticipantLine, PublicParticipantRecord, PublicParticipation } from './schema';

type StoredRow = {
  id: string;
  changeId: string | null;
  slug: string;
  kind: 'state' | 'organisation';
  name: string;
  country: string | null;
  group: string | null;
  agreement: string;
  agreementName: string;
  agreementShortName: string;
  action: ParticipationAction;
  date: string | null;
  source: string | null;
  link: string | null;
  quotation: string | null;
  declaredBy: PublicParticipation['declaredBy'];
  verified: boolean;
  reservation: string | null;
  reference: string | null;
  /** It came from a proposal of the contribution. */
  proposed: boolean;
  /** Null where no contribution is evidence. */
  status: string | null;
  named: boolean;
  says: boolean;
};

/** Rows `x` of the register with participant `p`, agreement `a` and the contribution `c` that is evidence. */
export const REGISTER = Prisma.sql`participations x
  JOIN participants p ON p.id = x.participant_id
  JOIN agreements a ON a.id = x.agreement_id
  LEFT JOIN contributions c ON c.id = x.contribution_id
  LEFT JOIN claim_decisions d
    ON d.contribution_id = x.contribution_id AND d.agreement_id = x.agreement_id AND d.participation_id = x.id`;
const NAMED = Prisma.sql`coalesce(NOT c.anonymous AND coalesce(c.public_affiliation, '') <> '', false)`;
const SAYS = Prisma.sql`(d.contribution_id IS NULL OR EXISTS (
  SELECT 1 FROM contribution_revisions r JOIN signatures s ON s.revision_id = r.id
  WHERE r.contribution_id = c.id AND r.number = c.current_revision AND s.agreement_id = x.agreement_id))`;
/** Such a row, its date and its other evidence included, came with the contribution and goes with it. */
const PROPOSED = Prisma.sql`(x.proposed_change_id IS NOT NULL AND x.contribution_id IS NOT NULL)`;
const IN_USE = Prisma.sql`a.retired_at IS NULL`;
/** The condition of `isPublic` below in a statement about `REGISTER`, for agreements in use. */
export const IS_PUBLIC_ROW = Prisma.sql`x.removed_at IS NULL AND ${IN_USE}
  AND ((NOT ${PROPOSED} AND (x.source IS NOT NULL OR x.link IS NOT NULL OR x.quotation IS NOT NULL)) OR (c.status = 'published' AND ${NAMED} AND ${SAYS}))`;

/**
 * The rows of the register in the order of the participants' names. A contribution is evidence only while it is
 * published under an affiliation and still says so: its reference is left out otherwise, and so is a row that rests on
 * nothing else or was proposed by it.
 */
const readRows = (where: Prisma.Sql, tx: Tx): Promise<StoredRow[]> =>
  tx.$queryRaw<StoredRow[]>(Prisma.sql`
    SELECT x.id, x.proposed_change_id AS "changeId", p.slug, p.kind::text, p.name, p.country, p.stakeholder_group::text AS "group",
      a.slug AS agreement, a.name AS "agreementName", a.short_name AS "agreementShortName",
      x.action::text, x.date, x.source, x.link, x.quotation, x.declared_by::text AS "declaredBy", x.verified, x.reservation,
      c.reference, c.status::text,
      ${NAMED} AS named, ${SAYS} AS says, ${PROPOSED} AS proposed
    FROM ${REGISTER}
    WHERE x.removed_at IS NULL AND ${where}
    ORDER BY p.folded_name, p.slug, a.slug, x.date NULLS LAST, x.action, x.id`);

const isEvidence = ({ status, named, says }: StoredRow) => status === 'published' && named && says;
const isPublic = (row: StoredRow) =>
  isEvidence(row) || (!row.proposed && (row.source !== null || row.link !== null || row.quotation !== null));

/** Of an author who became anonymous nothing is said, not even that there was a contribution. */
function goneOf(row: StoredRow): PublicParticipation['evidence']['gone'] {
  if (row.status === null || isEvidence(row)) return null;
  if (row.status === 'withdrawn') return 'withdrawn';
  if (!row.named) return null;
  if (row.status === 'unpublished') return 'taken_down';
  return row.status === 'published' ? 'corrected' : null;
}

/** A row that was proposed is a copy of the proposal. */
const participationOf = (row: StoredRow, redact: CellRedactor): PublicParticipation =>
  publicParticipation.parse({
    id: row.id,
    participant: { slug: row.slug, kind: row.kind, name: row.name, country: row.country, group: row.group },
    agreement: { slug: row.agreement, name: row.agreementName, shortName: row.agreementShortName },
    action: row.action,
    date: row.date,
    evidence: {
      ...redact(
        { agreementId: null, key: '', changeId: row.changeId ?? '' },
        {
          source: row.source,
          link: row.link,
          quotation: row.quotation,
        },
      ),
      contribution: isEvidence(row) ? row.reference : null,
      gone: goneOf(row),
    },
    declaredBy: row.declaredBy,
    verified: row.verified,
    reservation: redact({ agreementId: null, key: '', changeId: row.changeId ?? '' }, row.reservation),
  });

const publicRows = async (where: Prisma.Sql, tx: Tx = db): Promise<PublicParticipation[]> =>
  hideContactDetails(serialiseRows(await readRows(where, tx), await readCellRedactor(tx)));

const serialiseRows = (rows: readonly StoredRow[], redact: CellRedactor): PublicParticipation[] =>
  rows.filter(isPublic).map((row) => participationOf(row, redact));

/** Every public row of the register, of agreements in use. */
export const listParticipations = (tx: Tx = db): Promise<PublicParticipation[]> => publicRows(IN_USE, tx);

/**
 * The public rows of one agreement, also of a retired one; how many rest on a contribution that is gone; and how many
 * contributions have accepted proposals without naming their organisation.
 */
export async function listParticipationsOf(
  slug: string,
): Promise<{ participations: PublicParticipation[]; withdrawn: number; unnamed: number }> {
  const [rows, unnamed] = await Promise.all([
    readRows(Prisma.sql`a.slug = ${slug} AND a.version > 0`, db),
    countUnnamedProposers(slug),
  ]);
  const gone = rows.filter((row) => !isPublic(row) && (row.status === 'withdrawn' || row.status === 'unpublished'));
  return {
    participations: hideContactDetails(serialiseRows(rows, await readCellRedactor())),
    withdrawn: new Set(gone.map((row) => row.slug)).size,
    unnamed,
  };
}

/**
 * How many published contributions without the name of an organisation have accepted proposals on who takes part,
 * beside those that already count because they say that they signed.
 */
async function countUnnamedProposers(slug: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(DISTINCT c.id)::int AS count
    FROM proposed_changes t JOIN agreements a ON a.id = t.agreement_id AND a.slug = ${slug}
      JOIN contributions c ON c.id = t.contribution_id AND c.status = 'published'
    WHERE starts_with(t.key, 'participations:') AND t.status IN ('accepted', 'amended')
      AND (c.anonymous OR coalesce(c.public_affiliation, '') = '')
      AND NOT EXISTS (SELECT 1 FROM contribution_revisions r JOIN signatures s ON s.revision_id = r.id
        WHERE r.contribution_id = c.id AND r.number = c.current_revision AND s.agreement_id = a.id)`);
  return row?.count ?? 0;
}

/** The participants with at least one public row, by name, each with its agreements and actions. */
export async function listParticipants(): Promise<PublicParticipantLine[]> {
  const lines = await db.$queryRaw<PublicParticipantLine[]>(Prisma.sql`
    SELECT p.slug, p.kind::text, p.name, p.country, p.stakeholder_group::text AS "group",
      array_agg(DISTINCT x.action)::text[] AS actions, array_agg(DISTINCT a.slug) AS agreements
    FROM ${REGISTER}
    WHERE ${IS_PUBLIC_ROW}
    GROUP BY p.id
    ORDER BY p.folded_name, p.slug`);
  return hideContactDetails(lines.map((line) => publicParticipantLine.parse(line)));
}

/** One participant with its rows and its former names; null for an unknown slug, or one without a public row. */
export async function readParticipant(slug: string): Promise<PublicParticipantRecord | null> {
  const rows = await publicRows(Prisma.sql`p.slug = ${slug} AND ${IN_USE}`);
  const [first] = rows;
  if (!first) return null;
  const versions = await db.participantVersion.findMany({
    where: { participant: { slug } },
    orderBy: { version: 'desc' },
    select: { name: true },
  });
  const { participant } = first;
  const names = new Map(hideContactDetails(versions).map(({ name }) => [foldText(name), name]));
  names.delete(foldText(participant.name));
  return publicParticipantRecord.parse({
    ...participant,
    formerNames: [...names.values()],
    participations: rows.map(({ participant: _, ...row }) => row),
  });
}
