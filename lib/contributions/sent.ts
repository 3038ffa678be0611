import type { CellContent } from '@/lib/agreements/schema';
import type { EntrySource } from './constants';
import { consentOf } from '@/lib/contributions/on-behalf/words';
import type { ContributionStatus } from './state';
import { currentProposals } from './current-proposals';
import { asReadersRead } from './redaction/overlay';
import { readRevisionContent } from './revision-content';
import type { RevisionContent } from './revision-content';
import type { RedactionView } from '@/lib/platform/redaction/marks';
import { contactDetailsIn } from '@/lib/platform/text/contact-details';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

type Json = CellContent['value'];
export type SentChange = {
  id: string;
  key: string;
  base: CellContent | null;
  proposed: CellContent;
  status: 'pending' | 'accepted' | 'amended' | 'rejected' | 'superseded' | 'withdrawn';
  decision: {
    at: Date;
    reason: string | null;
    /** What went into the dataset, where something did. */ entered: CellContent | null;
  } | null;
  /** The contribution that was chosen instead, if it is public; null also where none was. */
  supersededBy: string | null;
  /** How many proposals of others lost against this one, and those of them that are public. */
  chosenOver: { count: number; references: string[] };
};
export type SentProposal = {
  /** The key of the question it answers. */
  question: string;
  kind: 'update' | 'new';
  agreement: { slug: string; name: string } | null;
  comment: string | null;
  changes: SentChange[];
};

/**
 * What a contribution's author may see of it: all that was sent, its status, and every decision. No editor's name, no
 * rival's words.
 */
export type SentContribution = {
  reference: string | null;
  status: ContributionStatus;
  statusAt: Date;
  statusReason: string | null;
  submittedAt: Date | null;
  attribution: { name: string | null; affiliation: string | null; country: string | null };
  /** Its contributor chose that it is not published. */
  editorsOnly: boolean;
  questionnaireId: string;
  /** The audience of its wording; null for the wording for all. */
  audience: string | null;
  /** The language of its texts; null if its author named none. */
  language: string | null;
  /** The number of the revision that was read, and when each of them was sent. */
  revision: number;
  revisions: { number: number; at: Date }[];
  publishedAt: Date | null;
  /**
   * Whether its author wished contact details in the texts to be public, and whether an editor hid them nevertheless.
   */
  showsContacts: boolean;
  contactsHiddenAt: Date | null;
  /** A correction of it has been begun and not sent. */
  correcting: boolean;
  address: 'none' | 'waiting' | 'confirmed' | 'erased';
  /** An editor entered it on behalf of its contributor: from what, and whether that counts. Null for all others. */
  entry: { source: EntrySource; receivedOn: Date; consent: 'waiting' | 'confirmed' | 'noted' } | null;
  answers: Record<string, string>;
  content: RevisionContent;
  proposals: SentProposal[];
};

const CHANGE = {
  id: true,
  key: true,
  round: true,
  base: true,
  value: true,
  note: true,
  source: true,
  asOf: true,
  status: true,
  redacted: true,
} as const;
const RIVAL = { select: { contribution: { select: { reference: true, publishedAt: true } } } } as const;
const DECISION = {
  outcome: true,
  value: true,
  note: true,
  source: true,
  asOf: true,
  reason: true,
  decidedAt: true,
  winner: RIVAL,
} as const;
const DEFEATED = { select: { change: RIVAL } } as const;
const PROPOSAL = {
  questionKey: true,
  kind: true,
  comment: true,
  agreementId: true,
  revision: { select: { number: true } },
  agreement: { select: { slug: true, name: true } },
  changes: { select: { ...CHANGE, decision: { select: DECISION }, defeated: DEFEATED } },
} as const;

/**
 * A revision of a contribution, the newest unless a number is given, with its status and every decision on what it
 * proposed; with `readers`, without the passages that editors took out. Null for an unknown id, a draft that was never sent, or a number that there is not.
 */
export async function readSent(
  contributionId: string,
  tx: Tx = db,
  number?: number,
  view: RedactionView = 'marked',
): Promise<SentContribution | null> {
  const row = await tx.contribution.findUnique({
    where: { id: contributionId },
    select: {
      reference: true,
      status: true,
      statusAt: true,
      statusReason: true,
      submittedAt: true,
      editorsOnly: true,
      publicName: true,
      publicAffiliation: true,
      publicCountry: true,
      questionnaireId: true,
      audience: true,
      language: true,
      publishedAt: true,
      showsContacts: true,
      contactsHiddenAt: true,
      _count: { select: { draftSections: true } },
      contact: { select: { email: true, emailConfirmedAt: true, erasedAt: true } },
      entry: { select: { source: true, receivedOn: true, consentedAt: true, notedById: true } },
      proposals: { orderBy: { position: 'asc' }, select: PROPOSAL },
    },
  });
  if (!row) return null;
  const revisions = await tx.contributionRevision.findMany({
    where: { contributionId },
    orderBy: { number: 'asc' },
    select: { number: true, submittedAt: true },
  });
  const revision = number ?? revisions.length;
  const content = await readRevisionContent(contributionId, revision, tx, view);
  if (!content) return null;
  const { _count, proposals, contact, entry, publicName, publicAffiliation, publicCountry, ...rest } = row;
  return {
    ...rest,
    revision,
    correcting: _count.draftSections > 0,
    revisions: revisions.map(({ number, submittedAt }) => ({ number, at: submittedAt })),
    attribution: { name: publicName, affiliation: publicAffiliation, country: publicCountry },
    address: addressOf(contact),
    entry: entry && { source: entry.source, receivedOn: entry.receivedOn, consent: consentOf(entry) },
    answers: Object.fromEntries(content.answers.map(({ questionKey, text }) => [questionKey, text])),
    content,
    proposals: currentProposals(proposals, revision).map(({ questionKey, kind, agreement, comment, changes }) => ({
      question: questionKey,
      kind,
      agreement,
      comment,
      changes: changes.map((change) => changeOf(shownIn(view, change))),
    })),
  };
}

const shownIn = <Row extends { redacted: unknown }>(view: RedactionView, row: Row) =>
  asReadersRead(view === 'readers' ? row : { ...row, redacted: null });

function addressOf(
  contact: { email: string | null; emailConfirmedAt: Date | null; erasedAt: Date | null } | null,
): SentContribution['address'] {
  if (contact?.erasedAt) return 'erased';
  if (!contact?.email) return 'none';
  return contact.emailConfirmedAt ? 'confirmed' : 'waiting';
}

type ChangeRow = {
  id: string;
  key: string;
  base: unknown;
  value: unknown;
  note: string | null;
  source: string | null;
  asOf: string | null;
  status: SentChange['status'];
};
type RivalRow = { contribution: { reference: string | null; publishedAt: Date | null } };
type DecisionRow = {
  outcome: string;
  value: unknown;
  note: string | null;
  source: string | null;
  asOf: string | null;
  reason: string | null;
  decidedAt: Date;
  winner: RivalRow | null;
};
type Row = ChangeRow & { decision: DecisionRow | null; defeated: { change: RivalRow }[] };

/** Of others only that they are there, and their reference where it is public. */
const publicReference = ({ contribution: { reference, publishedAt } }: RivalRow) =>
  publishedAt === null ? null : reference;

function changeOf({ id, key, base, value, note, source, asOf, status, decision, defeated }: Row): SentChange {
  const entered = decision && (decision.outcome === 'accepted' || decision.outcome === 'amended');
  return {
    id,
    key,
    // Parsed by the submission's and the decision's schema before they were written: they are what the types say.
    base: base as CellContent | null,
    proposed: { value: value as Json, note, source, asOf },
    status,
    decision: decision && {
      at: decision.decidedAt,
      reason: decision.reason,
      entered: entered
        ? { value: decision.value as Json, note: decision.note, source: decision.source, asOf: decision.asOf }
        : null,
    },
    supersededBy: decision?.winner ? publicReference(decision.winner) : null,
    chosenOver: {
      count: defeated.length,
      references: defeated.flatMap(({ change }) => publicReference(change) ?? []).toSorted(),
    },
  };
}

/** Contact details in the parts that become public. */
export function contactsInSent({ answers, content, proposals }: SentContribution): string[] {
  const signatories = content.signatures.map(({ agreement, name, note }) => [agreement?.name ?? name, note]);
  const projects = content.projects.map(({ title, description, link }) => [title, description, link]);
  const proposed = proposals.flatMap(({ changes }) => changes.map((change) => change.proposed));
  const values = content.answers.map(({ value }) => value);
  return contactDetailsIn([answers, values, signatories, projects, proposed]).map(({ text }) => text);
}
