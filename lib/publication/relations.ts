import { db, Prisma } from '@/lib/platform/db/client';

/** A relation of another agreement to this one, by the name of the other. */
export type RelationHere = { slug: string; shortName: string; relation: string; key: string };

/** What the other agreements of the dataset say of this one. An unknown slug has no relations. */
export const readRelations = (slug: string): Promise<RelationHere[]> =>
  db.$queryRaw<RelationHere[]>(Prisma.sql`
    SELECT a.slug, a.short_name AS "shortName", c.value->>'relation' AS relation, c.key
    FROM cells c JOIN agreements a ON a.id = c.agreement_id AND a.retired_at IS NULL
    WHERE c.key LIKE 'relations:%' AND c.value->>'agreement' = ${slug} AND a.slug <> ${slug}
    ORDER BY a.short_name, c.key`);
