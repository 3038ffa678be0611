import { recordHourly } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import type { TokenScope } from './constants';
import type { Actor } from './policy';
import { can } from './policy';
import { newToken } from './schema';

/** Tells what the token is for, when someone finds it somewhere. */
const PREFIX = 'bpf_';

/**
 * Makes an API token that acts as its maker. The token is returned this once; only its hash is stored.
 * Fails with `forbidden`, `invalid`.
 */
export async function createToken(actor: Actor, input: unknown): Promise<Result<{ id: string; token: string }>> {
  if (!can(actor, 'token.manage_own')) return failure('forbidden');
  const parsed = newToken.safeParse(input);
  if (!parsed.success)
    return failure(
      'invalid',
      parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })),
    );
  const { name, days, scope } = parsed.data;
  const scopes: TokenScope[] = scope === 'decide' ? ['read', 'decide'] : ['read'];
  const token = `${PREFIX}${newSecret()}`;
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  return mutation({ actor }, async ({ tx, audit }) => {
    const { id } = await tx.apiToken.create({
      data: { userId: actor.userId, name, scopes, tokenHash: hashSecret(token), expiresAt },
      select: { id: true },
    });
    await audit({
      action: 'token.created',
      subject: { kind: 'token', id },
      details: { days, scopes },
    });
    return { ok: true, id, token };
  });
}

/**
 * Revokes an editor's own token; an admin may revoke any. Fails with `not_found` (also for a token of another editor),
 * `already_in_status`.
 */
export async function revokeToken(actor: Actor, id: string): Promise<Result> {
  const own = can(actor, 'people.manage') ? { id } : { id, userId: actor.userId };
  return mutation({ actor }, async ({ tx, audit }) => {
    const [ended] = await tx.apiToken.updateManyAndReturn({
      where: { ...own, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { userId: true },
    });
    if (!ended) return failure((await tx.apiToken.count({ where: own })) ? 'already_in_status' : 'not_found');
    await audit({
      action: 'token.revoked',
      subject: { kind: 'token', id },
      details: { owner: ended.userId },
    });
    return { ok: true };
  });
}

/** The editor for whom a program acts, and what the editor's token allows. */
export type TokenActor = Actor & { scopes: TokenScope[]; /** The token's id. */ token: string };

type ActingToken = TokenActor & { lastUsedAt: Date | null };

/**
 * Finds the editor of the token in an `Authorization` header, and what the token allows. Stores the time of its use, at
 * most once a minute, and logs it once an hour. Returns null if there is no token, if it is unknown, expired or
 * revoked, or if the account is deactivated.
 */
export async function findActorByToken(authorization: string | null): Promise<TokenActor | null> {
  const token = /^Bearer +(bpf_[\w-]{43}) *$/i.exec(authorization ?? '')?.[1];
  if (!token) return null;
  const now = new Date();
  // One statement: each request of a program begins with it, and reading the user as a relation takes four times as
  // long.
  const [row] = await db.$queryRaw<ActingToken[]>`
    SELECT t.id::text AS token, t.scopes, t.last_used_at AS "lastUsedAt", u.id AS "userId", u.name, u.email, u.role::text AS role, u.organisation
    FROM api_tokens t JOIN users u ON u.id = t.user_id
    WHERE t.token_hash = ${hashSecret(token)} AND t.revoked_at IS NULL AND t.expires_at > ${now} AND u.deactivated_at IS NULL`;
  if (!row) return null;
  const { lastUsedAt, ...actor } = row;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > 60_000) {
    await db.apiToken.updateMany({ where: { id: actor.token }, data: { lastUsedAt: now } });
    await recordHourly({
      actor,
      action: 'token.used',
      subject: { kind: 'token', id: actor.token },
    });
  }
  return actor;
}

const COLUMNS = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

export type TokenRow = Awaited<ReturnType<typeof listTokens>>[number];

/** The API tokens of one person, newest first. The secret is not among the fields: only its hash is stored. */
export async function listTokens(userId: string) {
  return db.apiToken.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, select: COLUMNS });
}

/**
 * For an admin: the tokens of other people that still work, with their owner and what they allow, without the secret.
 */
export async function listTokensOfOthers(userId: string, now = new Date()) {
  return db.apiToken.findMany({
    where: { userId: { not: userId }, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ user: { email: 'asc' } }, { createdAt: 'desc' }],
    select: { ...COLUMNS, user: { select: { name: true, email: true } } },
  });
}
