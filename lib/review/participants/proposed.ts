import { isOfRegister } from '@/lib/agreements/facts/registry';
import type { RecordValue } from '@/lib/agreements/facts/fact';
import type { Editor } from '@/lib/accounts/policy';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { decide } from '@/lib/review/decide';
import type { CellDecision } from '@/lib/review/schema';
import type { ProposedEntry } from './input-schema';
import { addEntry } from './register';
import { lockRegister, tellReaders } from './writing';

/** What contributions propose for the register of participants, and the decisions on it (docs/decisions/0036). */

export type ProposedParticipant = {
  change: string;
  reference: string;
  agreement: string;
  agreementName: string;
  /** Null where the contribution is published without the name of an organisation: then it can only be counted. */
  affiliation: string | null;
  /** The parts of the fact `participations`. */
  value: RecordValue;
  note: string | null;
  source: string | null;
};

const AFFILIATION = Prisma.sql`CASE WHEN NOT c.anonymous THEN nullif(btrim(coalesce(c.public_affiliation, '')), '') END`;
/** What readers read of a proposal. */
const READ = Prisma.sql`coalesce(t.redacted->'value', t.value) AS value, coalesce(t.redacted->>'note', t.note) AS note,
  coalesce(t.redacted->>'source', t.source) AS source`;
/** Undecided proposals of published contributions, about agreements in use. */
const OPEN = Prisma.sql`
  FROM proposed_changes t
    JOIN contributions c ON c.id = t.contribution_id AND c.status = 'published'
    JOIN agreements a ON a.id = t.agreement_id AND a.retired_at IS NULL
  WHERE t.status = 'pending' AND starts_with(t.key, 'participations:')`;

/**
 * What published contributions propose and no editor has decided on, the oldest first; of one `reference`, where given.
 * `redacted`: without the passages that readers do not read.
 */
export const listProposedParticipants = ({
  reference,
  redacted = false,
}: { reference?: string; redacted?: boolean } = {}): Promise<ProposedParticipant[]> =>
  db.$queryRaw<ProposedParticipant[]>(Prisma.sql`
    SELECT t.id AS change, c.reference, a.slug AS agreement, a.short_name AS "agreementName", ${AFFILIATION} AS affiliation,
      ${redacted ? READ : Prisma.sql`t.value, t.note, t.source`}
    ${OPEN} ${reference === undefined ? Prisma.empty : Prisma.sql`AND c.reference = ${reference}`}
    ORDER BY c.submitted_at, c.reference, a.slug, t.key LIMIT 500`);

type Deciding = { editor: Editor; reference: string; change: string };

/**
 * Accepts a proposal as it is or corrected, and enters it into the register with the contribution as evidence. A row
 * that is there already is left as it is. Reasons: those of `decideChanges`, `not_found` (not published, or without
 * the name of an organisation), `similar_participant`, `own_participant`, `invalid` with issues (`source_required`: a
 * passage without a source or link).
 */
export const acceptProposed = ({ input, ...deciding }: Deciding & { input: ProposedEntry }): Promise<Result> =>
  decideOpen(deciding, async (proposal, context) => {
    if (proposal.affiliation === null) return failure('not_found');
    if (input.quotation !== undefined && input.source === undefined && input.link === undefined)
      return failure('invalid', [{ path: 'source', code: 'source_required' }]);
    await decideOn(deciding, decisionOf(deciding.change, proposal, input), context);
    const { agreementId, contributionId } = proposal;
    await lockRegister(context.tx);
    const entry = { editor: deciding.editor, input, agreementId, contributionId, proposedChangeId: deciding.change };
    await addEntry({ ...entry, presentIsFine: true }, context);
    return { ok: true };
  });

/**
 * Accepts a proposal of a contribution that does not name its organisation: it makes no row, and readers see only how
 * many contributions say so. Reasons: those of `decideChanges`, `not_found` (not published, or it names one).
 */
export const countProposed = (deciding: Deciding): Promise<Result> =>
  decideOpen(deciding, async ({ affiliation }, context) => {
    if (affiliation !== null) return failure('not_found');
    await decideOn(deciding, { change: deciding.change, outcome: 'accept', seen: 0, resolve: false }, context);
    tellReaders(context);
    return { ok: true };
  });

/** Declines a proposal, with a reason that its contributor is told. Reasons: those of `decideChanges`, `not_found`. */
export const declineProposed = ({ reason, ...deciding }: Deciding & { reason: string }): Promise<Result> =>
  decideOpen(deciding, async (_, context) => {
    await decideOn(deciding, { change: deciding.change, outcome: 'reject', reason }, context);
    return { ok: true };
  });

type Open = {
  agreementId: string;
  contributionId: string;
  affiliation: string | null;
  value: RecordValue;
  source: string | null;
};

const decideOpen = (
  { editor, reference, change }: Deciding,
  run: (proposal: Open, context: MutationContext) => Promise<Result>,
): Promise<Result> =>
  mutation({ actor: editor, reference, command: 'decide' }, async (context) =>
    run(await findOpen(reference, change, context.tx), context),
  );

async function findOpen(reference: string, change: string, tx: Tx): Promise<Open> {
  const [found] = await tx.$queryRaw<Open[]>(Prisma.sql`
    SELECT a.id AS "agreementId", c.id AS "contributionId", ${AFFILIATION} AS affiliation, t.value, t.source
    ${OPEN} AND t.id = ${change}::uuid AND c.reference = ${reference} FOR NO KEY UPDATE OF c`);
  if (found) return found;
  const row = await tx.proposedChange.findFirst({
    where: { id: change, contribution: { reference } },
    select: { key: true, status: true },
  });
  const isDecided = row !== null && isOfRegister(row.key) && row.status !== 'pending';
  throw new DomainError(failure(isDecided ? 'already_decided' : 'not_found'));
}

/** What the editor accepts, as it was proposed or corrected. */
function decisionOf(change: string, { value, source }: Open, input: ProposedEntry): CellDecision {
  const { kind, name, action, date, link, quotation, reservation } = input;
  const parts = { participant: kind, name, action, date, link, quotation, reservation };
  const accepted = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
  if (isSameJson(accepted, value) && (input.source ?? null) === (source || null))
    return { change, outcome: 'accept', seen: 0, resolve: false };
  return { change, outcome: 'amend', seen: 0, value: accepted, source: input.source ?? '' };
}

async function decideOn({ editor, reference }: Deciding, decision: CellDecision, context: MutationContext) {
  const command = { editor, reference, decisions: [decision], dryRun: false, now: new Date(), second: null };
  const decided = await decide({ ...command, forRegister: true }, context);
  if (!decided.ok) throw new DomainError(decided);
}
