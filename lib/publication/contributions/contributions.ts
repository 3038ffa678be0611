import { questionnaire } from '@/lib/calls/schema';
import { readRevisionContent, shownAnswers } from '@/lib/contributions/revision-content';
import type { RevisionContent } from '@/lib/contributions/revision-content';
import { currentProposals } from '@/lib/contributions/current-proposals';
import { DECIDABLE } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { titlesWhereSeveral } from '@/lib/questions/body';
import type { Question } from '@/lib/questions/registry';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { asReadersMay, CONTACTS } from '@/lib/publication/contact-details';
import type { ContactsRow } from '@/lib/publication/contact-details';
import type { PublicContribution, PublicContributionSummary, PublicStub } from '@/lib/publication/schema';
import { publicContribution, publicContributionSummary, publicStub } from '@/lib/publication/schema';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;
const SUMMARY = {
  id: true,
  reference: true,
  status: true,
  statusReason: true,
  submittedAt: true,
  statusAt: true,
  publishedAt: true,
  currentRevision: true,
  anonymous: true,
  publicName: true,
  publicAffiliation: true,
  publicCountry: true,
  stakeholderGroup: true,
  language: true,
  ...CONTACTS,
  call: { select: { slug: true, published: true } },
} as const;

/** A contribution that was withdrawn or taken down has a page, as a tombstone, only if it had been published before. */
const PUBLIC = {
  status: { in: ['published' as const, 'unpublished' as const, 'withdrawn' as const] },
  publishedAt: { not: null },
};

/**
 * Published contributions and the tombstones of formerly published ones, newest first; of one call, after a reference,
 * where given.
 */
export async function listContributions({
  call,
  after,
  limit,
}: { call?: string; after?: string; limit?: number } = {}): Promise<PublicContributionSummary[]> {
  const rows = await db.contribution.findMany({
    where: { ...PUBLIC, ...(call !== undefined && { call: { slug: call, published: true } }) },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    ...(after !== undefined && { cursor: { reference: after }, skip: 1 }),
    ...(limit !== undefined && { take: limit }),
    select: SUMMARY,
  });
  const ids = rows.map((row) => row.id);
  const [counts, touched] = await Promise.all([countParts(ids), touchedAgreements(ids)]);
  return rows.map((row) => publicContributionSummary.parse(summarise(row, counts.get(row.id), touched.get(row.id))));
}

/** The references with a link: of published contributions, and of those that their authors withdrew. */
export async function listPublishedReferences(): Promise<ReadonlySet<string>> {
  const rows = await db.contribution.findMany({
    where: { ...PUBLIC, status: { in: ['published', 'withdrawn'] } },
    select: { reference: true },
  });
  return new Set(rows.flatMap(({ reference }) => reference ?? []));
}

/**
 * The content of the page of a reference: as `readContribution`, or a stub for a contribution that the dataset names
 * and that is not public.
 */
export async function readContributionOrStub(
  reference: string,
  locale: Locale,
): Promise<PublicContribution | PublicStub | null> {
  return (await readContribution(reference, locale)) ?? readStub(reference);
}

/**
 * Every public mention of a reference links to its page. If the dataset credits a contribution that is not public, the
 * page says so.
 */
async function readStub(reference: string): Promise<PublicStub | null> {
  const credited = { OR: [{ datasetRevisions: { some: {} } }, { credits: { some: {} } }] };
  const row = await db.contribution.findFirst({ where: { reference, ...credited }, select: { reference: true } });
  return row && publicStub.parse({ ...row, status: 'not_public' });
}

/**
 * One published contribution in full, or the tombstone of one that was withdrawn or taken down; null for any other
 * reference.
 */
export async function readContribution(reference: string, locale: Locale): Promise<PublicContribution | null> {
  const row = await db.contribution.findFirst({ where: { reference, ...PUBLIC }, select: WHOLE });
  if (!row) return null;
  return row.status === 'published'
    ? readWhole(row, locale)
    : publicContribution.parse({ ...summarise(row), ...NOTHING_LEFT });
}

/**
 * For the desk alone: a contribution that is not public, as its page would be if it were published now. It is read in
 * the same way, so that a preview shows neither more nor less. Null if it can't be published: a draft, or one that was
 * declined or withdrawn.
 */
export async function readAsPublished(
  reference: string,
  locale: Locale,
  now = new Date(),
): Promise<PublicContribution | null> {
  const row = await db.contribution.findFirst({ where: { reference, status: { in: [...DECIDABLE] } }, select: WHOLE });
  if (!row) return null;
  return readWhole(
    {
      ...row,
      status: 'published',
      statusAt: row.status === 'published' ? row.statusAt : now,
      publishedAt: row.publishedAt ?? now,
    },
    locale,
  );
}

const WHOLE = { ...SUMMARY, questionnaire: { select: { version: true, content: true } } } as const;
type WholeRow = SummaryRow & {
  id: string;
  currentRevision: number;
  questionnaire: { version: number; content: unknown };
};

async function readWhole(row: WholeRow, locale: Locale): Promise<PublicContribution> {
  const byLanguage = row.questionnaire.content as Record<string, unknown>; // an object by language; parsed here
  const { questions } = questionnaire.parse(byLanguage[locale] ?? byLanguage.en);
  const [counts, touched] = await Promise.all([countParts([row.id]), touchedAgreements([row.id])]);
  const whole = publicContribution.parse({
    ...summarise(row, counts.get(row.id), touched.get(row.id)),
    questionnaireVersion: row.call.published ? row.questionnaire.version : null,
    revision: row.currentRevision,
    ...(await readAll(row.id, row.currentRevision, questions, locale)),
  });
  return asReadersMay(row, whole);
}

const NOTHING_LEFT = {
  questionnaireVersion: null,
  revision: null,
  answers: [],
  signatories: [],
  projects: [],
  proposals: [],
};

type SummaryRow = ContactsRow & {
  reference: string | null;
  status: string;
  statusReason: string | null;
  submittedAt: Date | null;
  statusAt: Date;
  publishedAt: Date | null;
  anonymous: boolean;
  publicName: string | null;
  publicAffiliation: string | null;
  publicCountry: string | null;
  stakeholderGroup: string | null;
  language: string | null;
  call: { slug: string; published: boolean };
};

function summarise(row: SummaryRow, counts?: PartCounts, agreements: Named[] = []) {
  const gone = row.status !== 'published';
  return {
    reference: row.reference,
    // The call for the desk's own proposals is hidden: it has no page to link to.
    call: row.call.published ? row.call.slug : null,
    status: row.status,
    statusReason: row.status === 'unpublished' ? hideContactDetails(row.statusReason) : null,
    submittedAt: row.submittedAt?.toISOString(),
    statusAt: row.statusAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString(),
    attribution: gone
      ? null
      : asReadersMay(row, {
          anonymous: row.anonymous,
          name: row.publicName,
          affiliation: row.publicAffiliation,
          country: row.publicCountry,
          stakeholderGroup: row.stakeholderGroup,
        }),
    language: gone ? null : row.language,
    counts: gone ? null : (counts ?? { signatories: 0, projects: 0, proposedCells: 0, acceptedCells: 0 }),
    agreements: gone ? [] : agreements,
  };
}

type PartCounts = { signatories: number; projects: number; proposedCells: number; acceptedCells: number };

async function countParts(ids: string[]): Promise<Map<string, PartCounts>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(PartCounts & { id: string })[]>`
    SELECT c.id,
      (SELECT count(*) FROM signatures s WHERE s.revision_id = r.id)::int AS signatories,
      (SELECT count(*) FROM projects p WHERE p.revision_id = r.id)::int AS projects,
      cells.proposed AS "proposedCells", cells.accepted AS "acceptedCells"
    FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    CROSS JOIN LATERAL (
      -- Over all revisions: a cell that was decided before is not proposed again, and one proposed anew is still one cell.
      SELECT count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key))::int AS proposed,
        count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key)) FILTER (WHERE x.status IN ('accepted', 'amended')
          -- A decision that was undone counts no more.
          AND NOT EXISTS (SELECT 1 FROM proposed_changes y WHERE y.proposal_id = x.proposal_id AND y.key = x.key AND y.round > x.round))::int AS accepted
      FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn'
    ) cells
    WHERE c.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

type Named = { slug: string; name: string; shortName: string };

/**
 * By contribution: the agreements that its newest revision has signed or runs projects for, and those of all proposals
 * that were not taken back.
 */
async function touchedAgreements(ids: string[]): Promise<Map<string, Named[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Named & { id: string })[]>`
    SELECT c.id, a.slug, a.name, a.short_name AS "shortName"
    FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    CROSS JOIN LATERAL (
      SELECT s.agreement_id FROM signatures s WHERE s.revision_id = r.id
      UNION SELECT pa.agreement_id FROM projects p JOIN project_agreements pa ON pa.project_id = p.id WHERE p.revision_id = r.id
      UNION SELECT x.agreement_id FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn'
    ) touched JOIN agreements a ON a.id = touched.agreement_id
    WHERE c.id = ANY(${ids}::uuid[]) ORDER BY c.id, a.name, a.slug`;
  const byContribution = new Map<string, Named[]>();
  for (const { id, ...agreement } of rows) byContribution.set(id, [...(byContribution.get(id) ?? []), agreement]);
  return byContribution;
}

async function readAll(contributionId: string, number: number, questions: readonly Question[], locale: Locale) {
  const content = await readRevisionContent(contributionId, number);
  if (!content) throw new Error(`revision ${number} of ${contributionId} is missing`);
  const sent = await db.proposal.findMany({
    where: { contributionId },
    orderBy: { position: 'asc' },
    select: PROPOSAL,
  });
  // Decided in an earlier revision and not proposed again: the decision remains valid, and so does its agreement.
  const proposals = currentProposals(sent, number);
  const titles = titlesWhereSeveral(questions);
  // Stated only if a kind is asked twice; otherwise only one question is possible.
  const answering = (key: string) => (Object.hasOwn(titles, key) ? { question: key } : {});
  return {
    ...(Object.keys(titles).length > 0 && {
      questions: Object.entries(titles).map(([key, title]) => ({ key, title })),
    }),
    answers: publicAnswers(content, questions, locale),
    signatories: content.signatures.map(({ questionKey, ...signatory }) => ({
      ...signatory,
      ...answering(questionKey),
    })),
    projects: content.projects.map(({ questionKey, ...project }) => ({ ...project, ...answering(questionKey) })),
    proposals: proposals.map(({ questionKey, kind, agreement, changes }) => ({
      kind,
      agreement,
      cells: changes.toSorted(byKey).map(serialiseChange),
      ...answering(questionKey),
    })),
  };
}

/** The texts, and the values in words, of the questions that have one; lists are read separately. */
function publicAnswers(content: RevisionContent, questions: readonly Question[], locale: Locale) {
  const values = new Map(content.answers.map(({ questionKey, value }) => [questionKey, value]));
  return shownAnswers(content, questions, wordsIn(locale)).flatMap(({ question, text, shown }) => {
    const said = shown.flatMap((part) => (part.piece === 'value' ? part.text : []))[0];
    if (text === '' && said === undefined) return [];
    const { key, title } = question;
    return [{ question: key, title, text, ...(said !== undefined && { value: values.get(key), said }) }];
  });
}

const RIVAL = { select: { reference: true, publishedAt: true } } as const;

// Without `comment`, which is for the editors and may name a person to contact.
const PROPOSAL = {
  questionKey: true,
  kind: true,
  agreementId: true,
  revision: { select: { number: true } },
  agreement: NAMED,
  changes: {
    orderBy: { key: 'asc' },
    select: {
      key: true,
      round: true,
      base: true,
      value: true,
      note: true,
      source: true,
      status: true,
      decision: {
        select: {
          value: true,
          note: true,
          source: true,
          reason: true,
          decidedAt: true,
          revision: { select: { version: true } },
          winner: { select: { contribution: RIVAL } },
        },
      },
      defeated: { select: { change: { select: { contribution: RIVAL } } } },
    },
  },
} as const;

const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);

type ChangeRow = {
  key: string;
  base: unknown;
  value: unknown;
  note: string | null;
  source: string | null;
  status: string;
  decision: {
    value: unknown;
    note: string | null;
    source: string | null;
    reason: string | null;
    decidedAt: Date;
    revision: { version: number } | null;
    winner: { contribution: RivalRow } | null;
  } | null;
  defeated: { change: { contribution: RivalRow } }[];
};
type RivalRow = { reference: string | null; publishedAt: Date | null };

/** A contribution that is not public is never named, not even by its reference. */
const publicReference = ({ reference, publishedAt }: RivalRow) => (publishedAt === null ? null : reference);

function serialiseChange({ key, base, value, note, source, status, decision, defeated }: ChangeRow) {
  return {
    cell: key,
    base: hideContactDetails(base),
    proposed: { value, note, source },
    status,
    decision: decision && {
      ...hideContactDetails({
        value: decision.value,
        note: decision.note,
        source: decision.source,
        reason: decision.reason,
      }),
      at: decision.decidedAt.toISOString(),
      version: decision.revision?.version ?? null,
      supersededBy: decision.winner && publicReference(decision.winner.contribution),
      chosenOver: {
        count: defeated.length,
        references: defeated.flatMap(({ change }) => publicReference(change.contribution) ?? []).toSorted(),
      },
    },
  };
}
