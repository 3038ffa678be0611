import type { Prisma, Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { Body } from '@/lib/questions/body';
import { notifyContributor } from './colleagues';
import { holdWritten } from './comments';
import { issuesOf } from './schema';
import { newSignOff, SIGN_OFF_LIMITS } from './sign-off-schema';
import type { SignOffOutcome } from './sign-off-schema';

/** What an approver reads: all that will be sent but contact details and notes for the editors. */
export type SignedContent = {
  body: Body;
  /** Exactly what will be public of the author, in one line; null if nothing is. */
  author: string | null;
  /** The stakeholder group in words. */
  group: string | null;
  /** The names of the files that go with it. */
  files: string[];
};

/** One version of the text of a draft or a correction. */
export type SignedText = {
  /** As its papers name it (`versionOf`). */
  version: string;
  /** The number that it gets when it is sent. */
  revision: number;
  content: SignedContent;
};

type NewSignOff = {
  contributionId: string;
  linkId: string;
  /** The text as it is now. */
  text: SignedText;
  /** The version that the approver read. */
  seen: string;
  input: unknown;
};

/**
 * Stores an approver's answer to the version that they read. Their second answer to it takes the place of the first.
 * Reasons: `invalid` (with issues), `text_changed` (it is not that version any more), `not_found` (no such
 * contribution), `not_allowed_in_status` (it is not being edited), `too_many_sign_offs`.
 */
export async function addSignOff({ contributionId, linkId, text, seen, input }: NewSignOff): Promise<Result> {
  const parsed = newSignOff.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  const { version, revision, content } = text;
  if (seen !== version) return failure('text_changed');
  const stored = JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject; // `content` is of JSON alone
  const answer = { ...parsed.data, revision, content: stored, at: new Date() };
  return mutation({ actor: 'contributor' }, async ({ tx }) => {
    const refused = await holdWritten(contributionId, tx);
    if (refused) return refused;
    if ((await tx.signOff.count({ where: { contributionId } })) >= SIGN_OFF_LIMITS.answers)
      return failure('too_many_sign_offs');
    await tx.signOff.upsert({
      where: { linkId_version_name: { linkId, version, name: answer.name } },
      create: { contributionId, linkId, version, ...answer },
      update: answer,
      select: { id: true },
    });
    await notifyContributor(contributionId, answer.at, tx);
    return { ok: true };
  });
}

export type SignOff = {
  id: string;
  linkId: string | null;
  version: string;
  revision: number;
  /** The revision of that number was sent with exactly this text. */
  sent: boolean;
  outcome: SignOffOutcome;
  name: string;
  office: string | null;
  text: string | null;
  content: SignedContent;
  at: Date;
};

/**
 * All answers of approvers to a contribution, the newest first. For its contributor only: approvers and editors get
 * `countSignOffs` or `signOffsForReview`.
 */
export async function listSignOffs(contributionId: string, tx: Tx = db): Promise<SignOff[]> {
  const rows = await tx.signOff.findMany({ where: { contributionId }, orderBy: NEWEST_FIRST, select: SIGN_OFF });
  return rows.map(signOffOf);
}

/** The answers given with one link, the newest first. */
export async function listOwnSignOffs(linkId: string, tx: Tx = db): Promise<SignOff[]> {
  const rows = await tx.signOff.findMany({ where: { linkId }, orderBy: NEWEST_FIRST, select: SIGN_OFF });
  return rows.map(signOffOf);
}

const NEWEST_FIRST = [{ at: 'desc' as const }, { id: 'asc' as const }];
const SIGN_OFF = {
  id: true,
  linkId: true,
  version: true,
  revision: true,
  sent: true,
  outcome: true,
  name: true,
  office: true,
  text: true,
  content: true,
  at: true,
} as const;

const signOffOf = ({ content, ...row }: Omit<SignOff, 'content'> & { content: unknown }): SignOff => ({
  ...row,
  content: content as SignedContent, // as `addSignOff` stored it
});

/** How many people approved one version. */
export async function countApprovals(
  { contributionId, version }: { contributionId: string; version: string },
  tx: Tx = db,
): Promise<number> {
  return tx.signOff.count({ where: { contributionId, version, outcome: 'approved' } });
}

/** Who approved what was sent, for editors. */
export type ReviewedSignOffs = {
  /** How many people approved the newest revision as it was sent. */
  approved: number;
  /** Who they were, the first first; null where editors may not know. */
  people: { name: string; office: string | null; version: string; at: Date }[] | null;
};

/**
 * The approvals of one revision as it was sent. `named`: whether these editors may know the approvers, who are
 * colleagues of the contributor's.
 */
export async function readSignOffsForReview(
  { contributionId, revision, named }: { contributionId: string; revision: number; named: boolean },
  tx: Tx = db,
): Promise<ReviewedSignOffs> {
  const where = { contributionId, revision, sent: true, outcome: 'approved' } as const;
  if (!named) return { approved: await tx.signOff.count({ where }), people: null };
  const people = await tx.signOff.findMany({
    where,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { name: true, office: true, version: true, at: true },
  });
  return { approved: people.length, people };
}

/** Notes which answers were to exactly the text that is sent now, in the transaction that stores it. */
export async function markSignedText(
  { contributionId, revision, version }: { contributionId: string; revision: number; version: string },
  tx: Tx,
): Promise<void> {
  await tx.signOff.updateMany({ where: { contributionId, version }, data: { revision, sent: true } });
}
