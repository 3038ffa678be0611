import type { CellContent } from '@/lib/agreements/schema';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { readValues } from '@/lib/contributions/drafts/values';
import { lastRounds, currentProposals, wasDecided } from '@/lib/contributions/current-proposals';
import { readRevisionContent, sentContent } from '@/lib/contributions/revision-content';
import { db } from '@/lib/platform/db/client';
import type { Body } from '@/lib/questions/body';
import type { SentProposal } from '@/lib/questions/proposal-changes';
import type { Tx } from '@/lib/platform/db/client';
import type { SentAbout } from './prefill';

const PROPOSAL = {
  questionKey: true,
  kind: true,
  agreementId: true,
  comment: true,
  revision: { select: { number: true } },
  agreement: { select: { slug: true, version: true } },
  changes: {
    orderBy: { key: 'asc' },
    select: {
      key: true,
      round: true,
      status: true,
      value: true,
      note: true,
      source: true,
      asOf: true,
      baseVersion: true,
    },
  },
} as const;

/** What a contribution said as of one of its revisions, from its rows alone; null where there is no such revision. */
export async function readSentBody(contributionId: string, number: number, tx: Tx = db): Promise<Body | null> {
  const content = await readRevisionContent(contributionId, number, tx, 'sent');
  if (!content) return null;
  const proposals = await readSentProposals(contributionId, number, tx);
  return { ...sentContent(content), proposals: currentProposals(proposals, number).map(bodyOf) };
}

type SentProposalRow = Awaited<ReturnType<typeof readSentProposals>>[number];

/** The proposals of all revisions up to one, in their order, each with all its changes as they stand. */
export async function readSentProposals(contributionId: string, upTo: number, tx: Tx = db) {
  const rows = await tx.proposal.findMany({
    where: { contributionId, revision: { number: { lte: upTo } } },
    orderBy: [{ revision: { number: 'asc' } }, { position: 'asc' }],
    select: PROPOSAL,
  });
  return rows.map((row) => ({ ...row, changes: lastRounds(row.changes) }));
}

/**
 * A new agreement that has entered the dataset since is updated from now on. Cells that its first version lacks were
 * empty.
 */
function bodyOf({ questionKey: question, kind, agreement, comment, changes }: SentProposalRow): SentProposal {
  const said = changes.map(({ key, status, value, note, source, asOf }) => ({
    cell: key,
    value: value as CellContent['value'], // parsed by the submission's schema before it was written
    note: note ?? undefined,
    source: source ?? undefined,
    asOf: asOf ?? undefined,
    decided: wasDecided({ status }) || undefined,
  }));
  if (!agreement) return { kind: 'new', comment: comment ?? undefined, changes: said, question };
  const written = kind === 'update' ? Math.max(...changes.map(({ baseVersion }) => baseVersion)) : 1;
  return {
    kind: 'update',
    agreement: agreement.slug,
    baseVersion: Math.min(Math.max(written, 1), agreement.version),
    comment: comment ?? undefined,
    changes: said,
    question,
  };
}

/**
 * The contributor's details in the fields of the form: the contact details, or if they were erased, the public ones.
 */
export async function readAbout(contributionId: string, tx: Tx = db): Promise<SentAbout> {
  const { contact, anonymous, editorsOnly, publicName, publicAffiliation, publicCountry, stakeholderGroup, language } =
    await tx.contribution.findUniqueOrThrow({
      where: { id: contributionId },
      select: {
        anonymous: true,
        editorsOnly: true,
        publicName: true,
        publicAffiliation: true,
        publicCountry: true,
        stakeholderGroup: true,
        language: true,
        contact: true,
      },
    });
  const show = {
    name: contact?.showName || publicName !== null,
    affiliation: contact?.showAffiliation || publicAffiliation !== null,
    country: contact?.showCountry || publicCountry !== null,
  };
  return readValues('about', {
    // Sent before the question was asked: a correction does not force contributors to name themselves.
    attribution: editorsOnly ? 'editors_only' : anonymous || show.name || show.affiliation ? undefined : 'unnamed',
    anonymous,
    name: contact?.name ?? publicName,
    affiliation: contact?.affiliation ?? publicAffiliation,
    email: contact?.email,
    country: contact?.country ?? publicCountry,
    stakeholderGroup: STAKEHOLDER_GROUPS.find((group) => group === stakeholderGroup),
    language,
    show,
  });
}
