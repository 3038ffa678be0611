import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { PrismaClient } from './generated/client';
import type { Prisma } from './generated/client';

// `next dev` evaluates modules anew on each change: one pool per process all the same.
const holder: { prismaOfThisProcess?: PrismaClient } = globalThis as never;

function connect() {
  const { DATABASE_URL, DB_POOL } = env();
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL, max: DB_POOL, connectionTimeoutMillis: 5_000 }) });
}

/** The process's client, made when first used, so that importing a module never needs a database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const client = (holder.prismaOfThisProcess ??= connect());
    const value: unknown = Reflect.get(client, property, client);
    return typeof value === 'function' ? value.bind(client) : value;
  },
});

/** What a function needs that takes part in its caller's transaction. */
export type Tx = Prisma.TransactionClient;
export { Prisma } from './generated/client';
