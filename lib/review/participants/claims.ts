import { z } from 'zod';
import type { Editor } from '@/lib/accounts/policy';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { loadReviewable } from '@/lib/review/decide';
import { entryShape } from './input-schema';
import { addEntry } from './register';
import { lockRegister, tellReaders } from './writing';

/** What an editor makes of a claim: who it is, and what it did. */
export const claimInput = z.object({
  ...entryShape,
  action: z.enum(['signed', 'ratified', 'acceded', 'endorsed'], { error: 'unknown_choice' }),
});
export type ClaimInput = z.infer<typeof claimInput>;

export type Claim = {
  reference: string;
  agreement: string;
  agreementName: string;
  affiliation: string;
  country: string | null;
  group: string | null;
  note: string | null;
};

/** Statements of a contribution, as it stands, published under an affiliation, that nobody has decided on. */
const OPEN = Prisma.sql`
  FROM contributions c
    JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    JOIN signatures s ON s.revision_id = r.id
    JOIN agreements a ON a.id = s.agreement_id AND a.retired_at IS NULL
  WHERE c.status = 'published' AND NOT c.anonymous AND btrim(coalesce(c.public_affiliation, '')) <> ''
    AND NOT EXISTS (SELECT 1 FROM claim_decisions d WHERE d.contribution_id = c.id AND d.agreement_id = a.id)`;

/**
 * What contributions say that their organisation signed, the oldest first: only those that are published under an
 * affiliation. Anonymous and unnamed ones are counted in public and are never among them. `redacted`: without the
 * passages that readers do not read.
 */
export async function listClaims({ redacted = false }: { redacted?: boolean } = {}): Promise<Claim[]> {
  return db.$queryRaw<Claim[]>(Prisma.sql`
    SELECT DISTINCT ON (c.submitted_at, c.reference, a.slug) c.reference, a.slug AS agreement, a.short_name AS "agreementName",
      c.public_affiliation AS affiliation, c.public_country AS country, c.stakeholder_group::text AS "group",
      ${redacted ? Prisma.sql`coalesce(s.redacted->>'note', s.note)` : Prisma.sql`s.note`} AS note
    ${OPEN} ORDER BY c.submitted_at, c.reference, a.slug, s.position LIMIT 500`);
}

type Deciding = { editor: Editor; reference: string; agreement: string };

/** The claim, with its contribution locked, if this editor may decide on it and nobody has. */
async function findClaim({ editor, reference, agreement }: Deciding, tx: Tx) {
  const { id: contributionId } = await loadReviewable(reference, editor, tx);
  await lockRegister(tx);
  const [claim] = await tx.$queryRaw<{ agreementId: string }[]>(Prisma.sql`
    SELECT a.id AS "agreementId" ${OPEN} AND c.id = ${contributionId}::uuid AND a.slug = ${agreement}`);
  if (claim) return { contributionId, agreementId: claim.agreementId };
  const decided = await tx.claimDecision.count({ where: { contributionId, agreement: { slug: agreement } } });
  throw new DomainError(failure(decided > 0 ? 'already_decided' : 'not_found'));
}

/**
 * Enters what a contribution says of its own organisation, with the contribution as evidence. A row that the register
 * has already is left as it is. Reasons: those of `loadReviewable`, `not_found` (no such statement, or not published
 * under an affiliation), `already_decided`, `similar_participant`, `own_participant`.
 */
export const confirmClaim = ({ input, ...deciding }: Deciding & { input: ClaimInput }): Promise<Result> =>
  mutation({ actor: deciding.editor, command: 'claim', reference: deciding.reference }, async (context) => {
    const claim = await findClaim(deciding, context.tx);
    const { id } = await addEntry(
      {
        editor: deciding.editor,
        input: { ...input, declaredBy: 'participant' },
        ...claim,
        presentIsFine: true,
      },
      context,
    );
    return record(deciding, { ...claim, outcome: 'confirmed', participationId: id }, context);
  });

/**
 * Says that a statement makes no row, with a reason for other editors. Reasons: as for confirming, but for those about
 * the participant.
 */
export const rejectClaim = ({ reason, ...deciding }: Deciding & { reason: string }): Promise<Result> =>
  mutation({ actor: deciding.editor, command: 'claim', reference: deciding.reference }, async (context) => {
    const claim = await findClaim(deciding, context.tx);
    return record(deciding, { ...claim, outcome: 'rejected', reason }, context);
  });

type Outcome = {
  contributionId: string;
  agreementId: string;
  outcome: 'confirmed' | 'rejected';
  participationId?: string;
  reason?: string;
};

async function record({ editor, agreement }: Deciding, data: Outcome, context: MutationContext): Promise<Result> {
  await context.tx.claimDecision.create({ data: { ...data, userId: editor.userId }, select: { outcome: true } });
  await context.audit({
    action: `claim.${data.outcome}`,
    subject: { kind: 'contribution', id: data.contributionId },
    details: { agreement },
  });
  tellReaders(context);
  return { ok: true };
}
