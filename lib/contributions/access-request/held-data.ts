import { db } from '@/lib/platform/db/client';
import { COLUMNS_LEFT_OUT, TABLES_OF_CONTRIBUTOR, TABLES_OF_EDITOR } from './tables';

/** The rows of each table, with its columns as they are stored. Files are in base64. */
type Rows = Record<string, unknown[]>;

/** Everything that is held on an address: for its owner alone. */
export type HeldData = {
  about: string;
  /** ISO 8601, UTC. */
  at: string;
  address: string;
  /** What was contributed with this address, once it was confirmed. */
  contributor: Rows;
  /** Null where the address does not belong to a person who signs in at the desk. */
  desk: Rows | null;
};

const ABOUT =
  'Everything that this site stores under the address: the rows of its database, table by table. Files are in base64. Left out: secrets, what the editors write to each other, and what is public of the dataset.';

/**
 * Everything that is held on an address: the caller has made sure that the person who asks owns it. Contributions count
 * once the address is confirmed for them: before, another person may have typed it.
 */
export async function readHeldOn(address: string, now = new Date()): Promise<HeldData> {
  const [contributions, user] = await Promise.all([
    db.contact.findMany({
      where: { email: address, emailConfirmedAt: { not: null }, erasedAt: null },
      select: { contributionId: true },
    }),
    db.user.findUnique({ where: { email: address }, select: { id: true } }),
  ]);
  const ids = contributions.map(({ contributionId }) => contributionId);
  return {
    about: ABOUT,
    at: now.toISOString(),
    address,
    contributor: await readRows(TABLES_OF_CONTRIBUTOR, ids, 'uuid'),
    desk: user && (await readRows(TABLES_OF_EDITOR, [user.id], 'text')),
  };
}

/** The address that a contribution's contributor has confirmed; null where there is none any more. */
export async function confirmedAddressOf(contributionId: string): Promise<string | null> {
  const contact = await db.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true },
  });
  return contact?.emailConfirmedAt ? contact.email : null;
}

async function readRows(tables: Record<string, string>, ids: string[], type: 'uuid' | 'text'): Promise<Rows> {
  const rows: Rows = {};
  for (const [table, condition] of Object.entries(tables)) {
    // Table names and conditions are constants of ours.
    const [found] = await db.$queryRawUnsafe<{ rows: Record<string, unknown>[] }[]>(
      `SELECT coalesce(json_agg(to_jsonb(t) - $2::text[] ORDER BY t.*::text), '[]') AS rows FROM ${table} t WHERE ${condition.replaceAll('$1', `$1::${type}[]`)}`,
      ids,
      COLUMNS_LEFT_OUT,
    );
    rows[table] = (found?.rows ?? []).map(withoutHex);
  }
  return rows;
}

/** PostgreSQL gives bytes as hexadecimal digits, which are twice as long as need be. */
const withoutHex = ({ bytes, ...row }: Record<string, unknown>) =>
  typeof bytes === 'string' ? { ...row, bytes: Buffer.from(bytes.slice(2), 'hex').toString('base64') } : row;
