import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { cellId, readReferenceNames } from '@/lib/agreements/cells';
import { inFactOrder, isOfRegister } from '@/lib/agreements/facts/registry';
import { cellLabel } from '@/lib/agreements/facts/words';
import type { CellContent } from '@/lib/agreements/schema';
import { DECIDABLE } from '@/lib/contributions/state';
import { db, Prisma } from '@/lib/platform/db/client';
import { readableCells } from '@/lib/review/redactions/readable-words';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { groupBy } from '@/lib/platform/group-by';
import { withCurrent } from '@/lib/review/changes';
import { readConcerned } from '@/lib/review/interests/conflict-of-interest';
import { decisionBlocker } from '@/lib/review/policy';
import { joinIdentical } from './join-identical';
import type { PendingProposal, PendingVariant } from './join-identical';

export type PendingCell = {
  agreement: { slug: string; name: string; shortName: string; retired: boolean };
  key: string;
  title: string;
  current: CellContent | null;
  /** What a decision must name as `seen`. */
  currentVersion: number;
  variants: PendingVariant[];
  /** How many proposals wait for this cell, shown or not. */
  total: number;
  /** It is decided at the register of participants, not here. */
  ofRegister: boolean;
};

/** So many proposals for one cell are shown, the oldest: deciding on them makes room for the others. */
const MAX_SHOWN = 200;

/** One agreement with every undecided cell of it, in the order of its page; null for an unknown slug. */
export async function readPendingOfAgreement(slug: string, editor: Editor) {
  const row = await db.agreement.findFirst({ where: { slug, version: { gt: 0 } }, select: AGREEMENT });
  return row && { ...agreementOf(row), cells: await readCells(Prisma.sql`x.agreement_id = ${row.id}::uuid`, editor) };
}

/**
 * Every undecided cell of one criterion, by agreement. Proposals for agreements that are not in the dataset yet are
 * left out: they are decided with their contribution.
 */
export async function listPendingOfCriterion(key: string, editor: Editor): Promise<PendingCell[]> {
  return readCells(Prisma.sql`x.criterion_key = ${key} AND x.agreement_id IS NOT NULL`, editor);
}

/** How many agreements have an undecided cell of each criterion: the rows of `listPendingOfCriterion`. */
export async function countPendingByCriterion(): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ key: string; count: number }[]>`
    SELECT x.criterion_key AS key, count(DISTINCT x.agreement_id)::int AS count
    FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id
    WHERE x.criterion_key IS NOT NULL AND x.agreement_id IS NOT NULL AND ${PENDING} GROUP BY x.criterion_key`;
  return new Map(rows.map(({ key, count }) => [key, count]));
}

const PENDING = Prisma.sql`x.status = 'pending' AND c.status = ANY(${[...DECIDABLE]}::contribution_status[])`;

type Row = CellContent & {
  id: string;
  contributionId: string;
  agreementId: string;
  key: string;
  base: CellContent | null;
  reference: string;
  awaitsConsent: boolean;
  total: number;
};

async function readCells(where: Prisma.Sql, editor: Editor): Promise<PendingCell[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT x.id, x.contribution_id AS "contributionId", x.agreement_id AS "agreementId", x.key, x.base, x.value, x.note, x.source,
        x.as_of AS "asOf", c.reference, e.contribution_id IS NOT NULL AND e.consented_at IS NULL AS "awaitsConsent",
        (row_number() OVER cell)::int AS place, (count(*) OVER (PARTITION BY x.agreement_id, x.key))::int AS total
      FROM proposed_changes x JOIN contributions c ON c.id = x.contribution_id LEFT JOIN entries_on_behalf e ON e.contribution_id = c.id
      WHERE ${where} AND ${PENDING} WINDOW cell AS (PARTITION BY x.agreement_id, x.key ORDER BY c.submitted_at, x.id)
    ) numbered WHERE place <= ${MAX_SHOWN} ORDER BY "agreementId", key, place`;
  const [agreements, concerned, names, current] = await Promise.all([
    readAgreements(rows),
    readConcerned(
      rows.map(({ contributionId }) => contributionId),
      editor,
    ),
    readReferenceNames(),
    withCurrent(rows),
  ]);
  const redact = await readableCells(editor);
  const byCell = groupBy(current, ({ agreementId, key }) => cellId(agreementId, key));
  const cells = [...byCell.values()].flatMap((proposals) => {
    const [first] = proposals;
    const agreement = first && agreements.get(first.agreementId);
    if (!agreement) return [];
    const of = proposals.map(({ id, reference, contributionId, base, awaitsConsent, value, note, source, asOf }) => {
      const about = concerned.get(contributionId);
      const blocker = about ? decisionBlocker(editor, about) : null;
      return { change: id, reference, base, awaitsConsent, blocker, proposed: { value, note, source, asOf } };
    });
    return [{ agreement, title: cellLabel(first.key, 'en', names), ...redact(first, cellOf(first, of)) }];
  });
  const order = [...inFactOrder(cells.map(({ key }) => key)), ...Object.keys(names.criteria)] as string[];
  const sorted = cells.toSorted(
    (one, other) =>
      one.agreement.name.localeCompare(other.agreement.name, 'en') || order.indexOf(one.key) - order.indexOf(other.key),
  );
  return can(editor, 'contact.read') ? sorted : hideContactDetails(sorted);
}

type CurrentRow = Row & { current: CellContent | null; currentVersion: number };

const cellOf = ({ key, current, currentVersion, total }: CurrentRow, proposals: PendingProposal[]) => ({
  key,
  current,
  currentVersion,
  total,
  variants: joinIdentical(proposals, current),
  ofRegister: isOfRegister(key),
});

async function readAgreements(rows: { agreementId: string }[]) {
  const found = await db.agreement.findMany({
    where: { id: { in: [...new Set(rows.map(({ agreementId }) => agreementId))] } },
    select: AGREEMENT,
  });
  return new Map(found.map((row) => [row.id, agreementOf(row)]));
}

const AGREEMENT = { id: true, slug: true, name: true, shortName: true, retiredAt: true } as const;

const agreementOf = ({
  slug,
  name,
  shortName,
  retiredAt,
}: {
  slug: string;
  name: string;
  shortName: string;
  retiredAt: Date | null;
}) => ({ slug, name, shortName, retired: retiredAt !== null });
