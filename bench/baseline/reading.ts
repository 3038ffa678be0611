import type pg from 'pg';

type Row = {
  slug: string;
  name: string;
  short_name: string;
  agreement_version: number;
  updated_at: Date;
  key: string;
  kind: string;
  value: unknown;
  note: string | null;
  source: string | null;
  as_of: string | null;
  decided_at: Date;
  version: number;
  contribution: string | null;
  credited: string[] | null;
  retired_at: Date | null;
  retired_reason: string | null;
};

const CELLS = `
  SELECT a.slug, a.name, a.short_name, a.version AS agreement_version, a.updated_at, c.key, c.kind, c.value, c.note, c.source, c.as_of,
    c.decided_at, c.version, o.reference AS contribution,
    (SELECT array_agg(p.reference ORDER BY p.id) FROM revision_credits t JOIN contributions p ON p.id = t.contribution_id
     WHERE t.revision_id = c.revision_id AND t.key = c.key) AS credited,
    a.retired_at, CASE WHEN a.retired_at IS NOT NULL THEN
      (SELECT v.reason FROM revisions v WHERE v.agreement_id = a.id AND v.kind = 'retirement' ORDER BY v.version DESC LIMIT 1) END AS retired_reason
  FROM agreements a JOIN cells c ON c.agreement_id = a.id JOIN revisions r ON r.id = c.revision_id
  LEFT JOIN contributions o ON o.id = r.contribution_id
  WHERE a.version > 0`;

export async function readAgreement(pool: pg.Pool, slug: string): Promise<string> {
  const { rows } = await pool.query<Row>(`${CELLS} AND a.slug = $1 ORDER BY c.key`, [slug]);
  const retired = { retiredAt: rows[0]?.retired_at ?? null, retiredReason: rows[0]?.retired_reason ?? null };
  return JSON.stringify({ ...agreementsOf(rows)[0], ...retired });
}

export async function listAgreements(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Row>(`${CELLS} AND a.retired_at IS NULL ORDER BY a.slug, c.key`);
  return JSON.stringify({ data: agreementsOf(rows), next: null });
}

type Agreement = {
  slug: string;
  name: string;
  shortName: string;
  version: number;
  updatedAt: Date;
  facts: Record<string, unknown>;
  assessments: Record<string, unknown>;
};

function agreementsOf(rows: Row[]): Agreement[] {
  const agreements: Agreement[] = [];
  for (const row of rows) {
    let agreement = agreements.at(-1);
    if (agreement?.slug !== row.slug) {
      const { slug, name, short_name: shortName, agreement_version: version, updated_at: updatedAt } = row;
      agreements.push((agreement = { slug, name, shortName, version, updatedAt, facts: {}, assessments: {} }));
    }
    const contributions = [...(row.contribution ? [row.contribution] : []), ...(row.credited ?? [])];
    const { value, note, source, as_of: asOf, decided_at: decidedAt, version } = row;
    agreement[row.kind === 'fact' ? 'facts' : 'assessments'][row.key] = {
      value,
      note,
      source,
      asOf,
      decidedAt,
      version,
      contribution: contributions[0] ?? null,
      contributions,
    };
  }
  return agreements;
}
