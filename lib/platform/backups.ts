import { db } from '@/lib/platform/db/client';

/** A backup as the commands noted it. */
export type Backup = {
  /** The file's name without its folder. */
  file: string;
  at: Date;
  bytes: number | null;
  rows: number | null;
  /** Why it was not made; null where it was. */
  failure: string | null;
  /** When it was last restored into a database that is thrown away, and why that failed; null where it did not. */
  checkedAt: Date | null;
  checkFailure: string | null;
};

export type Backups = {
  /** The newest that was made, and the one last restored with success; null where there is none. */
  newest: Backup | null;
  verified: Backup | null;
  trouble: BackupTrouble | null;
  /** The last 30, the newest first. */
  list: Backup[];
};

/** `failed`: the last one was not made; `not_restorable`: the last check failed; `old`: none was made lately. */
export type BackupTrouble = 'failed' | 'not_restorable' | 'old';

/** A daily backup is missing once the newest is older. */
const OLD_MS = 2 * 86_400_000;

/** What is known of the backups: those that were made or checked by the forum's own commands. */
export async function readBackups(now = new Date()): Promise<Backups> {
  const [list, newest, verified, checked] = await Promise.all([
    db.backup.findMany({ orderBy: NEWEST, take: 30 }),
    db.backup.findFirst({ where: { failure: null }, orderBy: NEWEST }),
    db.backup.findFirst({ where: { checkedAt: { not: null }, checkFailure: null }, orderBy: { checkedAt: 'desc' } }),
    db.backup.findFirst({ where: { checkedAt: { not: null } }, orderBy: { checkedAt: 'desc' } }),
  ]);
  return {
    newest: newest && shown(newest),
    verified: verified && shown(verified),
    trouble: troubleOf({ last: list[0], newest, checked }, now),
    list: list.map(shown),
  };
}

const NEWEST = [{ madeAt: 'desc' }, { id: 'desc' }] as const satisfies object[];

type Row = NonNullable<Awaited<ReturnType<typeof db.backup.findFirst>>>;

const shown = ({ file, madeAt, bytes, rows, failure, checkedAt, checkFailure }: Row): Backup => ({
  file,
  at: madeAt,
  bytes: bytes === null ? null : Number(bytes),
  rows: rows === null ? null : Number(rows),
  failure,
  checkedAt,
  checkFailure,
});

type Newest = { last: Row | undefined; newest: Row | null; checked: Row | null };

/** Without any backup there is no trouble: the operator may have other means. */
function troubleOf({ last, newest, checked }: Newest, now: Date): BackupTrouble | null {
  if (!last) return null;
  if (last.failure !== null) return 'failed';
  if (checked?.checkFailure) return 'not_restorable';
  return newest && now.getTime() - newest.madeAt.getTime() > OLD_MS ? 'old' : null;
}
