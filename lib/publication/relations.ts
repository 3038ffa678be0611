import { db, Prisma } from '@/lib/platform/db/client';

export type Relations = {
  /** The short names of the agreements that this one names, by slug. */
  named: Record<string, string>;
  /** The relations of others to this one, by the name of the other. */
  here: { slug: string; shortName: string; relation: string; key: string }[];
};

export const NO_RELATIONS: Relations = { named: {}, here: [] };

/** What an agreement and the others of the dataset say of each other. An unknown slug has no relations. */
export async function readRelations(slug: string): Promise<Relations> {
  const [named, here] = await Promise.all([
    db.$queryRaw<{ slug: string; shortName: string }[]>(Prisma.sql`
      SELECT DISTINCT o.slug, o.short_name AS "shortName" FROM agreements a
      JOIN cells c ON c.agreement_id = a.id AND c.key LIKE 'relations:%'
      JOIN agreements o ON o.slug = c.value->>'agreement' WHERE a.slug = ${slug}`),
    db.$queryRaw<Relations['here']>(Prisma.sql`
      SELECT a.slug, a.short_name AS "shortName", c.value->>'relation' AS relation, c.key
      FROM cells c JOIN agreements a ON a.id = c.agreement_id AND a.retired_at IS NULL
      WHERE c.key LIKE 'relations:%' AND c.value->>'agreement' = ${slug} AND a.slug <> ${slug}
      ORDER BY a.short_name, c.key`),
  ]);
  return { named: Object.fromEntries(named.map((one) => [one.slug, one.shortName])), here };
}
