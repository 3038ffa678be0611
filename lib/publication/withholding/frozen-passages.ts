import { db } from '@/lib/platform/db/client';
import type { FrozenSubject } from './withholding';
import { reportKey } from './withholding';

const TEXT_FILE = String.raw`\.(json|jsonld|ndjson|csv|tsv|txt|md|html|xml|bib|ris)$`;

/** How JSON, CSV and HTML write characters that mean something to them. */
const ESCAPED: Record<string, string> = {
  '"': String.raw`(?:\\"|""|&quot;|")`,
  '\\': String.raw`\\{1,2}`,
  '&': '&(?:amp;)?',
  '<': '(?:<|&lt;)',
  '>': '(?:>|&gt;)',
  "'": "(?:'|&#39;|&apos;)",
};

/** A passage as a regular expression of PostgreSQL: any white space between words, as where it is redacted. */
const writtenAs = (passage: string): string =>
  passage
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/["&'<>\\]|[$()*+.?[\]^{|}]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`))
    .join(String.raw`(?:\s|\\[nrt])+`);

/**
 * The releases and published reports of which a text file has one of these passages. They are frozen: a redaction changes nothing
 * in them, and an admin can withhold them.
 */
export async function listFrozenWith(passages: readonly string[]): Promise<FrozenSubject[]> {
  if (passages.length === 0) return [];
  const written = [...new Set(passages.map(writtenAs))];
  const releases = await db.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT f.release_slug AS key FROM release_files f, unnest(${written}::text[]) AS passage
    WHERE CASE WHEN f.name ~ ${TEXT_FILE} THEN convert_from(f.bytes, 'UTF8') ~ passage END ORDER BY 1`;
  const reports = await db.$queryRaw<{ slug: string; number: number }[]>`
    SELECT DISTINCT c.slug, f.number FROM report_files f JOIN calls c ON c.id = f.call_id, unnest(${written}::text[]) AS passage
    WHERE CASE WHEN f.name ~ ${TEXT_FILE} THEN convert_from(f.bytes, 'UTF8') ~ passage END ORDER BY 1, 2`;
  return [
    ...releases.map(({ key }) => ({ kind: 'release' as const, key })),
    ...reports.map(({ slug, number }) => ({ kind: 'report' as const, key: reportKey(slug, number) })),
  ];
}
