import { randomUUID } from 'node:crypto';
import { DESK_CALL } from '@/lib/calls/constants';
import type { CallTexts, Questionnaire } from '@/lib/calls/schema';
import type { ProposalInput } from '@/lib/questions/proposal-schema';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Tx } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/client';
import { DomainError } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { writeSubmissionRows } from './persistence';
import type { Submission } from './schema';
import { assignReference } from './submission-columns';
import { namingOf } from './revision-content';
import { rowsOf } from './submission-rows';
import { resolveAgreements } from './targets';

const DESK_CALL_TEXTS: CallTexts = {
  title: "Editors' own changes",
  summary: 'What editors propose for the dataset themselves. It is decided like any contribution.',
  introduction: ['Editors propose changes to the dataset, each with its source.'],
  instructions: ['Changes are proposed at the desk.'],
  afterwards: ['Each proposed value is decided at the desk, and becomes public with the decision on it.'],
  reading: [],
};

/** The smallest valid questionnaire; it is never shown. */
const DESK_QUESTIONNAIRE: Questionnaire = {
  questions: [
    {
      key: 'changes',
      kind: 'proposals',
      title: 'Changes to the dataset',
      shortTitle: 'Changes',
      help: '',
      maxLength: 20_000,
    },
  ],
  about: { title: 'About the editors', help: '' },
};

type OwnInput = {
  authorId: string;
  proposals: ProposalInput[];
  /** One that `findStoredProposal` does not know yet. */
  submissionKey: string;
  /** The version of its agreement that a cell's value was compared with, where it is another than the proposal's. */
  baseVersionOf?: (agreementId: string, key: string) => number | undefined;
  now: Date;
};

/**
 * Stores an editor's proposal as a contribution of the desk's own call: by the same statements as any other, without
 * contact and private link, and with `author_id` set. Returns its reference.
 * Throws DomainError `invalid` with an issue (`unknown_agreement`, `unknown_version`) for each proposal that names
 * something unknown.
 */
export async function storeEditorProposal(
  { authorId, proposals, submissionKey, baseVersionOf, now }: OwnInput,
  { tx, audit }: MutationContext,
): Promise<{ id: string; reference: string }> {
  const submission = editorSubmission(proposals);
  const targets = await resolveAgreements(submission, DESK_QUESTIONNAIRE.questions, tx);
  if (!targets.ok) throw new DomainError(targets);
  const call = await openDeskCall(tx);
  const id = randomUUID();
  const fresh = { callId: call.id, questionnaireId: call.questionnaireId, submissionKey, authorId };
  const rows = rowsOf(submission, {
    contributionId: id,
    revision: 1,
    questions: DESK_QUESTIONNAIRE.questions,
    fresh,
    agreements: targets.agreements,
    // A proposal has no value to be put into words.
    telling: { words: wordsIn('en'), locale: 'en', naming: namingOf({ agreements: [], criteria: [] }) },
    now,
  });
  const changes = rows.changes.map((row) => ({
    ...row,
    base_version: (row.agreement_id && baseVersionOf?.(row.agreement_id, row.key)) || row.base_version,
  }));
  await writeSubmissionRows({ ...rows, changes, contacts: [] }, tx);
  await audit({
    action: 'contribution.submitted',
    subject: { kind: 'contribution', id },
    details: { revision: 1, proposals: rows.proposals.length, changes: rows.changes.length, own: true },
  });
  return { id, reference: await assignReference({ id, call, submission, said: [], now }, tx) };
}

export const editorSubmission = (proposals: ProposalInput[]): Submission => ({
  answers: {},
  signatories: [],
  projects: [],
  proposals,
  about: aboutEditors(),
  showContacts: false,
  consent: true,
});

/** Who an editor's own proposal is from, in public: never a person. */
const aboutEditors = (): Submission['about'] => ({
  anonymous: false,
  editorsOnly: false,
  affiliation: siteSettings().editorsName,
  show: { name: false, affiliation: true, country: false },
});

/**
 * What was stored with this key. With two windows, or a button pressed twice, the second request waits here and finds
 * what the first one stored.
 */
export async function findStoredProposal(
  submissionKey: string,
  tx: Tx,
): Promise<{ id: string; reference: string; contentHash: string | null } | null> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${submissionKey}, 0))`);
  const row = await tx.contribution.findUnique({
    where: { submissionKey },
    select: { id: true, reference: true, contentHash: true },
  });
  return row?.reference ? { ...row, reference: row.reference } : null;
}

type DeskCall = { id: string; slug: string; questionnaireId: string };

/** The desk's call, created when it is first needed; of several requests at the same moment one creates it. */
async function openDeskCall(tx: Tx): Promise<DeskCall> {
  const found = await findDeskCall(tx);
  if (found) return found;
  // Closed to contributions at any time: it only holds what editors propose.
  const [opened, closed] = [new Date(0), new Date(86_400_000)];
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO calls (id, slug, opens_at, closes_at, time_zone, accepts_late, published, texts)
    VALUES (${randomUUID()}::uuid, ${DESK_CALL}, ${opened}, ${closed}, 'UTC', false, false, ${JSON.stringify({ en: DESK_CALL_TEXTS })}::jsonb)
    ON CONFLICT (slug) DO NOTHING`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO questionnaires (id, call_id, version, published_at, content)
    SELECT ${randomUUID()}::uuid, id, 1, ${opened}, ${JSON.stringify({ en: DESK_QUESTIONNAIRE })}::jsonb FROM calls WHERE slug = ${DESK_CALL}
    ON CONFLICT (call_id, version) DO NOTHING`);
  const made = await findDeskCall(tx);
  if (!made) throw new Error('The desk’s own call is missing although it was just made.');
  return made;
}

async function findDeskCall(tx: Tx): Promise<DeskCall | null> {
  const row = await tx.questionnaire.findFirst({
    where: { version: 1, call: { slug: DESK_CALL } },
    select: { id: true, call: { select: { id: true, slug: true } } },
  });
  return row && { ...row.call, questionnaireId: row.id };
}
