import { releaseHeldMail } from '@/lib/notifications/outbox';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import type { SharedPurpose } from './link-schema';
import { LINK_LIMITS, SHARED_PURPOSES, isLinkToken, newLink } from './link-schema';
import { publishAtOnce } from './publish-at-once';
import { issuesOf } from './schema';
import type { ContributionStatus } from './state';

type NewLink = {
  contributionId: string;
  purpose: SharedPurpose | 'confirm_email' | 'read_held';
  label?: string | null;
  expiresAt?: Date;
  /** The editor who enters the contribution with it. */
  editorId?: string;
};

/** Makes a private link and returns its token. Only the token's hash is stored: it can't be shown again from here. */
export async function createLink(link: NewLink, tx: Tx): Promise<string> {
  const token = newSecret();
  await tx.accessLink.create({ data: { ...link, tokenHash: hashSecret(token) }, select: { id: true } });
  return token;
}

/**
 * Makes a link to pass on, and returns its token, this once. `input` is a purpose and what the link is called.
 * Reasons: `invalid` (with issues), `not_found` (no such contribution), `too_many_links`.
 */
export async function shareContribution({
  contributionId,
  input,
}: {
  contributionId: string;
  input: unknown;
}): Promise<Result<{ token: string }>> {
  const parsed = newLink.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx } = context;
    if (!(await hold(contributionId, tx))) return failure('not_found');
    const made = await tx.accessLink.count({ where: { contributionId, label: { not: null }, ...validAt(new Date()) } });
    if (made >= LINK_LIMITS.links) return failure('too_many_links');
    const token = await createLink({ contributionId, ...parsed.data }, tx);
    await record('link_made', { contributionId, purpose: parsed.data.purpose }, context);
    return { ok: true, token };
  });
}

type LinkOf = { contributionId: string; linkId: string; now?: Date };

/**
 * Makes a link invalid from the next request on. The only link with all rights can be replaced, not revoked. Revoking a
 * revoked link is a no-op. Reasons: `not_found` (no such link of this contribution), `last_link`.
 */
export async function revokeLink({ contributionId, linkId, now = new Date() }: LinkOf): Promise<Result> {
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx } = context;
    const link = await findOwn({ contributionId, linkId }, tx);
    if (!link) return failure('not_found');
    if (link.revokedAt) return { ok: true };
    if (link.purpose === 'manage') {
      const others = await tx.accessLink.count({
        where: { contributionId, purpose: 'manage', editorId: null, id: { not: linkId }, ...validAt(now) },
      });
      if (others === 0) return failure('last_link');
    }
    await revoke({ contributionId, linkId, purpose: link.purpose, now }, context);
    return { ok: true };
  });
}

/**
 * Puts a new link in the place of one that got into wrong hands: same rights, same label. Returns its token, this once.
 * Reasons: `not_found` (no such link of this contribution, or one that is revoked already).
 */
export async function replaceLink({
  contributionId,
  linkId,
  now = new Date(),
}: LinkOf): Promise<Result<{ token: string }>> {
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx } = context;
    const link = await findOwn({ contributionId, linkId }, tx);
    if (!link || link.revokedAt) return failure('not_found');
    await revoke({ contributionId, linkId, purpose: link.purpose, now }, context);
    const token = await createLink({ contributionId, purpose: link.purpose, label: link.label }, tx);
    await record('link_made', { contributionId, purpose: link.purpose }, context);
    return { ok: true, token };
  });
}

/** The link, with its contribution locked: of two people who revoke the last two links, the second gets `last_link`. */
async function findOwn({ contributionId, linkId }: Omit<LinkOf, 'now'>, tx: Tx) {
  if (!UUID.test(linkId) || !(await hold(contributionId, tx))) return null;
  const row = await tx.accessLink.findUnique({
    where: { id: linkId, contributionId, editorId: null, purpose: { in: [...SHARED_PURPOSES] } },
    select: { purpose: true, label: true, revokedAt: true },
  });
  return row && { ...row, purpose: row.purpose as SharedPurpose }; // the others are left out by the query
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function hold(contributionId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM contributions WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`;
  return rows.length === 1;
}

async function revoke(
  { contributionId, linkId, purpose, now }: Required<LinkOf> & { purpose: SharedPurpose },
  context: MutationContext,
): Promise<void> {
  const { tx } = context;
  await tx.accessLink.update({ where: { id: linkId }, data: { revokedAt: now }, select: { id: true } });
  await record('link_revoked', { contributionId, purpose }, context);
}

async function record(
  what: 'link_made' | 'link_revoked',
  { contributionId, purpose }: { contributionId: string; purpose: SharedPurpose },
  { audit }: MutationContext,
): Promise<void> {
  await audit({
    action: `contribution.${what}`,
    subject: { kind: 'contribution', id: contributionId },
    details: { purpose },
  });
}

/**
 * Notes that the address of a contribution is its contributor's own, uses the link up and lets waiting mails go.
 * Reasons: `unknown_link`, `link_expired` (expired, or used before).
 */
export async function confirmAddress({ token, now = new Date() }: { token: string; now?: Date }): Promise<Result> {
  const found = await findByLink({ token, purpose: 'confirm_email', now });
  if (!found.ok) return found;
  const contributionId = found.contribution.id;
  return mutation({ actor: 'contributor' }, async (context) => {
    const { tx, audit } = context;
    // Of two clicks at once only one finds the link unused; the other gets the same answer as a later click.
    const used = await tx.accessLink.updateMany({
      where: { tokenHash: hashSecret(token), revokedAt: null },
      data: { revokedAt: now },
    });
    if (used.count === 0) return failure('link_expired');
    await tx.accessLink.updateMany({
      where: { contributionId, purpose: 'confirm_email', revokedAt: null },
      data: { revokedAt: now },
    });
    await tx.contact.updateMany({
      where: { contributionId, erasedAt: null, emailConfirmedAt: null },
      data: { emailConfirmedAt: now },
    });
    await releaseHeldMail(tx, contributionId);
    await audit({
      action: 'contribution.address_confirmed',
      subject: { kind: 'contribution', id: contributionId },
    });
    await publishAtOnce(contributionId, now, context);
    return { ok: true };
  });
}

export type OwnContribution = {
  id: string;
  callSlug: string;
  status: ContributionStatus;
  reference: string | null;
  begunAt: Date;
  submittedAt: Date | null;
};

/**
 * The contribution a private link leads to. Reasons: `unknown_link` (no such link, or not one of this purpose),
 * `link_expired` (expired, revoked or used up).
 */
export async function findByLink(
  { token, purpose = 'manage', now = new Date() }: { token: string; purpose?: MailedPurpose; now?: Date },
  tx: Tx = db,
): Promise<Result<{ contribution: OwnContribution }>> {
  const found = await findLink(token, [purpose], now, tx);
  return found.ok ? { ok: true, contribution: found.contribution } : found;
}

/**
 * The call of the contribution whose address was confirmed by this very link, or at the same moment as it was used:
 * opening it again changes nothing. Null for any other link.
 */
export async function callConfirmedBy({ token }: { token: string }, tx: Tx = db): Promise<string | null> {
  if (!isLinkToken(token)) return null;
  const row = await tx.accessLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose: 'confirm_email', revokedAt: { not: null } },
    select: {
      revokedAt: true,
      contribution: { select: { contact: { select: { emailConfirmedAt: true } }, call: { select: { slug: true } } } },
    },
  });
  const confirmed = row?.contribution.contact?.emailConfirmedAt;
  return row && confirmed && confirmed.getTime() === row.revokedAt?.getTime() ? row.contribution.call.slug : null;
}

/** A link that was passed on, and what it allows. */
export type HeldLink = {
  id: string;
  purpose: SharedPurpose;
  /** The editor who enters the contribution on behalf of its contributor with it; null for a link of the contributor's. */
  editorId: string | null;
};

/** Like `findByLink`, for a link of any purpose that people hold; says which one it is. Same reasons. */
export async function findHeldLink(
  { token, now = new Date() }: { token: string; now?: Date },
  tx: Tx = db,
): Promise<Result<{ link: HeldLink; contribution: OwnContribution }>> {
  return findLink(token, SHARED_PURPOSES, now, tx);
}

async function findLink<Purpose extends string>(
  token: string,
  purposes: readonly (Purpose & PurposeInStore)[],
  now: Date,
  tx: Tx,
) {
  if (!isLinkToken(token)) return failure('unknown_link');
  const row = await tx.accessLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose: { in: [...purposes] } },
    select: {
      id: true,
      purpose: true,
      expiresAt: true,
      revokedAt: true,
      editorId: true,
      editor: { select: { deactivatedAt: true } },
      contribution: {
        select: {
          id: true,
          status: true,
          reference: true,
          createdAt: true,
          submittedAt: true,
          call: { select: { slug: true } },
        },
      },
    },
  });
  if (!row) return failure('unknown_link');
  if (row.revokedAt || (row.expiresAt && row.expiresAt <= now)) return failure('link_expired');
  if (row.editor?.deactivatedAt) return failure('link_expired');
  const { call, createdAt, ...contribution } = row.contribution;
  const link = { id: row.id, purpose: row.purpose as Purpose, editorId: row.editorId }; // one of those that were asked for
  return { ok: true as const, link, contribution: { ...contribution, callSlug: call.slug, begunAt: createdAt } };
}
/** `read_held`: leads to everything that is held on the address it was mailed to. */
type MailedPurpose = 'manage' | 'confirm_email' | 'read_held';
type PurposeInStore = SharedPurpose | MailedPurpose;

export type ListedLink = Omit<HeldLink, 'editorId'> & { label: string | null; createdAt: Date };

/** The valid links of a contribution that people may hold, those that allow most first, then the newest. */
export async function listLinks(contributionId: string, now = new Date(), tx: Tx = db): Promise<ListedLink[]> {
  const rows = await tx.accessLink.findMany({
    where: { contributionId, editorId: null, purpose: { in: [...SHARED_PURPOSES] }, ...validAt(now) },
    orderBy: [{ purpose: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, purpose: true, label: true, createdAt: true },
  });
  return rows.map((row) => ({ ...row, purpose: row.purpose as SharedPurpose })); // one of those that were asked for
}

/** Neither revoked nor expired. */
const validAt = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });
