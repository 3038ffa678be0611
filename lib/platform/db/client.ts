import { env } from '@/lib/platform/env';
import { Prisma, PrismaClient } from '@/lib/platform/db/generated/client';
import { InTurnPg } from './sequential-adapter';

// `next dev` evaluates modules anew on each change: one pool per process all the same.
const holder: { prismaOfThisProcess?: PrismaClient } = globalThis as never;

function connect() {
  const { DATABASE_URL, DB_POOL, DB_PREPARE } = env();
  const pool = { connectionString: DATABASE_URL, max: DB_POOL, connectionTimeoutMillis: 5_000 };
  const adapter = new InTurnPg(pool, DB_PREPARE === '1' ? { statementNameGenerator: nameStatement } : {});
  // If all connections are busy, a page waits longer than Prisma's default of two seconds before it fails.
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000 } });
  const query = {
    $allOperations: <Args>(call: { args: Args; query: (args: Args) => Promise<unknown> }) =>
      outsideOfRequests(async () => await call.query(call.args)),
  };
  return client.$extends({ query }) as unknown as PrismaClient; // adds no method
}

/**
 * Prisma begins transactions of its own for some queries, and remembers the last hundred with the request in which each
 * was made: they are run outside of any request, so that no finished page stays in memory (docs/decisions/0017).
 */
function outsideOfRequests<T>(run: () => T): T {
  return globalThis.bpfOutsideRequests?.runInAsyncScope(run) ?? run();
}

/**
 * Each connection keeps what it has prepared until it ends, so only so many texts get a name: lists of any length make
 * ever new ones.
 */
const MAX_STATEMENTS = 400;
const statements = new Map<string, string>();

/**
 * Put into a statement, it makes PostgreSQL plan it each time for its values: if a word is in one row or in all, the
 * plan for one case is a hundred times slower for the other, and a named statement soon has one plan for both.
 */
export const PLAN_FOR_VALUES = Prisma.raw('/* planned for its values */');

/** A named statement is planned once per connection. An empty name leaves it unnamed. */
function nameStatement({ sql }: { sql: string }): string {
  if (sql.includes(PLAN_FOR_VALUES.sql)) return '';
  const known = statements.get(sql);
  if (known !== undefined) return known;
  if (statements.size >= MAX_STATEMENTS) return '';
  const name = `bpf_${statements.size}`;
  statements.set(sql, name);
  return name;
}

/** The process's client, made when first used, so that importing a module never needs a database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const client = (holder.prismaOfThisProcess ??= connect());
    const value: unknown = Reflect.get(client, property, client);
    if (typeof value !== 'function') return value;
    const method = value.bind(client) as (...args: unknown[]) => unknown; // a method of the client, as just checked
    return property === '$transaction' ? (...args: unknown[]) => outsideOfRequests(() => method(...args)) : method;
  },
});

/**
 * The next use connects anew, with what the environment says then: for tests, each file of which has a database of its
 * own.
 */
export function forgetClient(): void {
  holder.prismaOfThisProcess = undefined;
}

/** Reads that see one state of the database from the first query to the last. */
export const readSnapshot = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(read, { isolationLevel: 'RepeatableRead', timeout: 60_000 });

/** What a function needs that takes part in its caller's transaction. */
export type Tx = Prisma.TransactionClient;
export { Prisma } from '@/lib/platform/db/generated/client';
