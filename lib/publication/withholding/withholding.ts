import { z } from 'zod';
import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { filled, text } from '@/lib/platform/text/typed-text';
import type { PublicWithholding } from './schema';

/** What is frozen and can be withheld: a release by its name, a report by its call and number (`reportKey`). */
export type FrozenSubject = { kind: 'report' | 'release'; key: string };

export const reportKey = (call: string, number: number): string => `${call}/${number}`;

/** What an admin says when withholding something, or giving it out again. */
export const withholdingInput = z.strictObject({ reason: filled(text(1_000)) });

/** The subjects of one kind that are withheld now, by key. */
export async function listWithheld(kind: FrozenSubject['kind'], tx: Tx = db): Promise<Map<string, PublicWithholding>> {
  const rows = await tx.withholding.findMany({
    where: { kind },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { key: true, withheld: true, reason: true, createdAt: true },
  });
  // The newest row of a subject counts.
  const newest = new Map(rows.map((row) => [row.key, row]));
  return new Map(
    [...newest].flatMap(([key, { withheld, reason, createdAt }]) =>
      withheld ? [[key, { reason, since: createdAt.toISOString() }] as const] : [],
    ),
  );
}

/** Why this is withheld; null if it is given out. */
export async function readWithholding({ kind, key }: FrozenSubject, tx: Tx = db): Promise<PublicWithholding | null> {
  return (await listWithheld(kind, tx)).get(key) ?? null;
}

type Withholding = {
  admin: Pick<Actor, 'userId' | 'role'>;
  subject: FrozenSubject;
  reason: string;
  /** False: it is given out again. */
  withheld: boolean;
};

/**
 * Withholds something frozen for law or safety, or gives it out again. Its bytes and checksums stay as they are; only
 * its addresses answer otherwise. The reason is public. Reasons: `forbidden`, `not_found`, `already_in_status`.
 */
export async function setWithheld({ admin, subject, reason, withheld }: Withholding): Promise<Result> {
  if (!can(admin, 'publication.withhold')) return failure('forbidden');
  return mutation({ actor: admin }, async ({ tx, audit, invalidate }) => {
    if (!(await exists(subject, tx))) return failure('not_found');
    if (((await readWithholding(subject, tx)) !== null) === withheld) return failure('already_in_status');
    await tx.withholding.create({ data: { ...subject, withheld, reason, userId: admin.userId } });
    await audit({
      action: withheld ? `${subject.kind}.withheld` : `${subject.kind}.given_out_again`,
      ...(subject.kind === 'release'
        ? { subject: { kind: 'release' as const, id: subject.key } }
        : { subject: { kind: 'call' as const, id: callOf(subject) }, details: { number: numberOf(subject) } }),
    });
    invalidate(subject.kind === 'release' ? TAGS.releases : TAGS.reports);
    return { ok: true };
  });
}

const callOf = ({ key }: FrozenSubject): string => key.split('/')[0] ?? '';
const numberOf = ({ key }: FrozenSubject): number => Number(key.split('/')[1]);

async function exists(subject: FrozenSubject, tx: Tx): Promise<boolean> {
  if (subject.kind === 'release') return (await tx.release.count({ where: { slug: subject.key } })) > 0;
  const where = { call: { slug: callOf(subject) }, number: numberOf(subject) };
  return (await tx.reportEdition.count({ where })) > 0;
}
