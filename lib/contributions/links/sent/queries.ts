import type { CellContent } from '@/lib/agreements/schema';
import type { ContributionStatus } from '@/lib/contributions/state';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';

type Json = CellContent['value'];
export type SentChange = {
  key: string;
  base: CellContent | null;
  proposed: CellContent;
  status: 'pending' | 'accepted' | 'amended' | 'rejected' | 'superseded' | 'withdrawn';
  decision: { at: Date; reason: string | null; /** What went into the dataset, where something did. */ entered: CellContent | null } | null;
};
export type SentProposal = { kind: 'update' | 'new'; agreement: { slug: string; name: string } | null; comment: string | null; changes: SentChange[] };

/** What a contribution's author may see of it: all that was sent, where it stands, and every decision. No editor's name, no rival's words. */
export type SentContribution = {
  reference: string | null;
  status: ContributionStatus;
  statusAt: Date;
  statusReason: string | null;
  submittedAt: Date | null;
  attribution: { name: string | null; affiliation: string | null; country: string | null };
  questionnaireId: string;
  address: 'none' | 'waiting' | 'confirmed';
  answers: Record<string, string>;
  signatories: { name: string; note: string | null }[];
  projects: { title: string; description: string; link: string | null; agreements: string[]; criteria: string[] }[];
  proposals: SentProposal[];
};

const CHANGE = { key: true, base: true, value: true, note: true, source: true, status: true } as const;
const DECISION = { outcome: true, value: true, note: true, source: true, reason: true, decidedAt: true } as const;
const REVISION = {
  answers: { select: { questionKey: true, text: true } },
  signatures: { orderBy: { position: 'asc' }, select: { name: true, note: true, agreement: { select: { name: true } } } },
  projects: {
    orderBy: { position: 'asc' },
    select: {
      title: true,
      description: true,
      link: true,
      agreements: { select: { agreement: { select: { shortName: true } } } },
      criteria: { select: { criterionKey: true } },
    },
  },
  proposals: {
    orderBy: { position: 'asc' },
    select: {
      kind: true,
      comment: true,
      agreement: { select: { slug: true, name: true } },
      changes: { select: { ...CHANGE, decision: { select: DECISION } } },
    },
  },
} as const;

/** The newest revision of a contribution with the state it is in; null for an unknown id or a draft that was never sent. */
export async function readSent(contributionId: string, tx: Tx = db): Promise<SentContribution | null> {
  const row = await tx.contribution.findUnique({
    where: { id: contributionId },
    select: {
      reference: true,
      status: true,
      statusAt: true,
      statusReason: true,
      submittedAt: true,
      publicName: true,
      publicAffiliation: true,
      publicCountry: true,
      questionnaireId: true,
      contact: { select: { email: true, emailConfirmedAt: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: REVISION },
    },
  });
  const sent = row?.revisions[0];
  if (!row || !sent) return null;
  const { revisions: _, contact, publicName, publicAffiliation, publicCountry, ...rest } = row;
  return {
    ...rest,
    attribution: { name: publicName, affiliation: publicAffiliation, country: publicCountry },
    address: !contact?.email ? 'none' : contact.emailConfirmedAt ? 'confirmed' : 'waiting',
    answers: Object.fromEntries(sent.answers.map(({ questionKey, text }) => [questionKey, text])),
    signatories: sent.signatures.map(({ agreement, name, note }) => ({ name: agreement?.name ?? name ?? '', note })),
    projects: sent.projects.map(({ agreements, criteria, ...project }) => ({
      ...project,
      agreements: agreements.map(({ agreement }) => agreement.shortName),
      criteria: criteria.map(({ criterionKey }) => criterionKey),
    })),
    proposals: sent.proposals.map(({ changes, ...proposal }) => ({ ...proposal, changes: changes.map(changeOf) })),
  };
}

type ChangeRow = { key: string; base: unknown; value: unknown; note: string | null; source: string | null; status: SentChange['status'] };
type DecisionRow = { outcome: string; value: unknown; note: string | null; source: string | null; reason: string | null; decidedAt: Date };

function changeOf({ key, base, value, note, source, status, decision }: ChangeRow & { decision: DecisionRow | null }): SentChange {
  const entered = decision && (decision.outcome === 'accepted' || decision.outcome === 'amended');
  return {
    key,
    // Parsed by the submission's and the decision's schema before they were written: they are what the types say.
    base: base as CellContent | null,
    proposed: { value: value as Json, note, source },
    status,
    decision: decision && {
      at: decision.decidedAt,
      reason: decision.reason,
      entered: entered ? { value: decision.value as Json, note: decision.note, source: decision.source } : null,
    },
  };
}
