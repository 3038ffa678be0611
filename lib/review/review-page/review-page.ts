import { readReferenceNames } from '@/lib/agreements/cells';
import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import { audienceOf, wordedFor } from '@/lib/calls/audiences';
import { readQuestionnaire } from '@/lib/calls/calls';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import { listMessagesForReview } from '@/lib/contributions/messages';
import { readRevisionContent, shownAnswers } from '@/lib/contributions/revision-content';
import { readSignOffsForReview } from '@/lib/contributions/sign-offs';
import { DECIDABLE } from '@/lib/contributions/state';
import { isReceivedLate } from '@/lib/contributions/on-behalf/closed-calls';
import { consentOf } from '@/lib/contributions/on-behalf/words';
import type { Prisma } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { wordsIn } from '@/lib/platform/i18n/words';
import { titlesWhereSeveral } from '@/lib/questions/body';
import { listStatements, readConcerned } from '@/lib/review/interests/conflict-of-interest';
import { decisionBlocker } from '@/lib/review/policy';
import { readReviewSnapshot } from '@/lib/review/presence/presence';
import { readableCells, readableWords } from '@/lib/review/redactions/readable-words';
import { readRedactionsForReview } from '@/lib/review/redactions/for-review';
import { readProposals } from './proposals';
import { readWaiting } from './waiting-command';

export type ReviewContribution = NonNullable<Awaited<ReturnType<typeof readForReview>>>;

/**
 * Everything the review page of one contribution shows; null for a draft or an unknown reference. The contact is null
 * if the contributor chose to be anonymous: the desk does not learn who it is, but mail still reaches them.
 */
export async function readForReview(reference: string, editor: Editor, locale: string) {
  // Before the rest: what is decided while the page is being read counts as decided since.
  const row = await db.contribution.findFirst({ where: { reference, status: { not: 'draft' } }, select: CONTRIBUTION });
  if (!row || row.currentRevision === 0) return null;
  const snapshot = await readReviewSnapshot(row.id);
  const asked = await readQuestionnaire(row.questionnaireId, locale);
  const questions = asked ? wordedFor(asked, row.audience).questions : [];
  const content = await readRevisionContent(row.id, row.currentRevision, db, viewFor(editor));
  if (!content) return null;
  const { id, questionnaireId: _, audience: __, contact, call, entry, ...contribution } = row;
  const concerned = (await readConcerned([id], editor)).get(id);
  const blocker = concerned ? decisionBlocker(editor, concerned) : null;
  const named = !row.anonymous && blocker === null;
  const open = DECIDABLE.includes(row.status);
  const readable = await readableWords(row.id, editor);
  return {
    ...contribution,
    statusReason: readable(row.statusReason),
    reference,
    call: call.slug,
    // Editors with a conflict of interest do not see the contact either, who may be a colleague.
    contact: named ? contact : null,
    /** How to reach the contributor was erased. */
    erased: contact?.erasedAt != null,
    reachable: contact?.email != null,
    entry: entry && entryOf(entry, { anonymous: row.anonymous, editor, call }),
    /** Colleagues of the contributor's who approved what was sent: named to the editors who see the contact. */
    signOffs: await readSignOffsForReview({ contributionId: id, revision: row.currentRevision, named }),
    /** Why this editor may not decide on it; null where nothing speaks against it. */
    blocker,
    /** This editor has stepped aside from it. */
    recused: concerned?.recused ?? false,
    statements: blocker === null ? await listStatements(id) : [],
    open,
    /** Whether this editor may decide on the cells as things stand; who asks is asked again when they do. */
    mayDecide: open && blocker === null && (!entry || entry.consentedAt !== null),
    snapshot,
    answers: readable(shownAnswers(content, questions, { words: wordsIn('en'), locale: 'en' })),
    questions,
    sections: asked?.sections,
    /** The audience whose wording they answered; null for the wording for all. */
    audience: asked && audienceOf(asked, row.audience),
    /** Where a kind is asked twice: what the question of a part is called. */
    questionTitles: titlesWhereSeveral(questions),
    messages: readable(await listMessagesForReview(id)),
    versions: readable(await readVersions(id, row.currentRevision)),
    /** What agreements, by slug, and cells are called. */
    cellTitles: await readCellTitles(),
    waiting: await readWaiting(id),
    /** The texts that passages can be taken out of, and what was taken out. */
    redactions: await readRedactionsForReview(id, content.revisionId, editor),
    proposals: readable(await readProposals(id, row.currentRevision, await readableCells(editor))),
  };
}

/** An observer reads a contribution as readers do. */
const viewFor = (editor: Editor) => (can(editor, 'contribution.redact') ? 'marked' : 'readers');

async function readCellTitles(): Promise<Record<string, string>> {
  const { agreements, criteria } = await readReferenceNames();
  return {
    ...agreements,
    ...Object.fromEntries(ALL_FIELDS.map((field) => [field, factLabel(field, 'en')])),
    ...criteria,
  };
}

const PERSON = { select: { name: true, email: true } } as const;
const ENTRY = {
  contributionId: true,
  enteredById: true,
  source: true,
  receivedOn: true,
  fileName: true,
  consentedAt: true,
  notedById: true,
  consentNote: true,
  enteredBy: PERSON,
  notedBy: PERSON,
} as const;

const CONTRIBUTION = {
  id: true,
  status: true,
  anonymous: true,
  editorsOnly: true,
  authorId: true,
  publicName: true,
  publicAffiliation: true,
  publicCountry: true,
  stakeholderGroup: true,
  showsContacts: true,
  contactsHiddenAt: true,
  submittedAt: true,
  statusAt: true,
  statusReason: true,
  publishedAt: true,
  currentRevision: true,
  questionnaireId: true,
  audience: true,
  language: true,
  summaryOf: true,
  call: { select: { slug: true, closesAt: true, timeZone: true } },
  contact: {
    select: { name: true, affiliation: true, email: true, country: true, emailConfirmedAt: true, erasedAt: true },
  },
  entry: { select: ENTRY },
} as const;

type CallRow = Prisma.ContributionGetPayload<{ select: typeof CONTRIBUTION }>;

/** How an editor entered it, for the desk. The note on an anonymous contributor's consent is read by its writer only. */
function entryOf(
  { enteredBy, notedBy, consentedAt, consentNote, ...row }: Prisma.EntryOnBehalfGetPayload<{ select: typeof ENTRY }>,
  { anonymous, editor, call }: { anonymous: boolean; editor: Editor } & Pick<CallRow, 'call'>,
) {
  const state = consentOf({ consentedAt, notedById: row.notedById });
  const readsContact = can(editor, 'contact.read');
  const note = !readsContact || (anonymous && row.notedById !== editor.userId) ? null : consentNote;
  const consent =
    state === 'waiting' || consentedAt === null
      ? { state: 'waiting' as const }
      : state === 'confirmed'
        ? { state, at: consentedAt }
        : { state, at: consentedAt, by: notedBy?.name ?? notedBy?.email ?? '', note };
  const fileName = readsContact ? row.fileName : null;
  return {
    ...row,
    fileName,
    enteredBy: enteredBy.name ?? enteredBy.email,
    consent,
    /** It reached the editors after the deadline. */
    isLate: isReceivedLate({ receivedOn: row.receivedOn, call }),
  };
}

/** Every corrected version with the one before it, the newest first. */
async function readVersions(contributionId: string, current: number) {
  if (current < 2) return [];
  const revisions = await db.contributionRevision.findMany({
    where: { contributionId },
    orderBy: { number: 'asc' },
    select: { number: true, submittedAt: true },
  });
  const bodies = await Promise.all(
    revisions.map(async ({ number, submittedAt }) => ({
      number,
      at: submittedAt,
      body: await readSentBody(contributionId, number),
    })),
  );
  return bodies
    .slice(1)
    .flatMap(({ number, at, body: after }, index) => {
      const before = bodies[index]?.body;
      return before && after ? [{ number, at, before, after }] : [];
    })
    .toReversed();
}
