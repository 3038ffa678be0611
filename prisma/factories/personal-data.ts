import { db } from '@/lib/platform/db/client';

/**
 * Every table and column of the database that holds one of these words, in any text or JSON: for tests that none is
 * left.
 */
export async function findPersonalData(words: string[]): Promise<string[]> {
  const columns = await db.$queryRaw<{ schema: string; table: string; column: string }[]>`
    SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
      AND (c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'tsvector', 'ARRAY', 'USER-DEFINED'))
    ORDER BY 1, 2, 3`;
  const found = await Promise.all(columns.map((place) => holds(place, words)));
  return found.flat();
}

/** Names come from the database's own catalogue. */
async function holds(
  { schema, table, column }: { schema: string; table: string; column: string },
  words: string[],
): Promise<string[]> {
  const sql = `SELECT count(*)::int AS count FROM "${schema}"."${table}" WHERE "${column}"::text ILIKE ANY ($1::text[])`;
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    sql,
    words.map((word) => `%${word}%`),
  );
  return row && row.count > 0 ? [`${table}.${column}`] : [];
}
