import { parseCellValue } from '@/lib/agreements/schema';
import { db, Prisma } from '@/lib/platform/db/client';
import { cleanText, hasVisible } from '@/lib/platform/text/clean-text';
import { webAddress } from '@/lib/platform/text/web-address';
import { isSameJson } from '@/lib/platform/json';

/** One stored value that today's rules refuse or change: its place, and the reason. */
export type RefusedValue = {
  /** An agreement's slug, or a contribution's reference. */
  of: string;
  kind: 'agreement' | 'contribution';
  /** The cell, or the part of the contribution. */
  part: string;
  /** `hidden_characters` where they would be taken out; else the code that the form refuses it with. */
  reason: string;
};

/** The maximum listed of each kind; when these are corrected, the next ones appear. */
const MOST = 200;

/**
 * Values stored under older rules, agreements first. Nothing is changed: an editor proposes a correction, or leaves it.
 */
export async function listRefusedToday(): Promise<RefusedValue[]> {
  return [...(await refusedCells()), ...(await refusedTexts()), ...(await refusedLinks())];
}

async function refusedCells(): Promise<RefusedValue[]> {
  const rows = await db.cell.findMany({
    where: { agreement: { retiredAt: null } },
    orderBy: [{ agreement: { slug: 'asc' } }, { key: 'asc' }],
    select: { key: true, value: true, note: true, source: true, agreement: { select: { slug: true } } },
  });
  const found = rows.flatMap(({ key, value, note, source, agreement }) => {
    const reason =
      valueFault(key, value) ??
      ([note, source].some((text) => text !== null && isChanged(text)) ? 'hidden_characters' : null);
    return reason === null ? [] : [{ of: agreement.slug, kind: 'agreement' as const, part: key, reason }];
  });
  return found.slice(0, MOST);
}

function valueFault(key: string, value: unknown): string | null {
  if (value === null) return null;
  const parsed = parseCellValue(key, value);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'invalid';
  return isSameJson(parsed.data, value) ? null : 'hidden_characters';
}

const isChanged = (text: string) => !hasVisible(text) || cleanText(text).text !== text;

/**
 * What the database looks for: the characters that are dropped, and letters without a shape. `isChanged` decides
 * finally.
 */
const SUSPECT =
  '[\\u202A-\\u202E\\u2066-\\u2069\\u200B-\\u200D\\u2060\\uFEFF\\u00AD\\U000E0000-\\U000E007F\\u3164\\u2800\\u115F\\u1160\\uFFA0\\u2028\\u2029\\u0085\\u000B\\u000C]';

/** Texts of the newest revisions of what was sent. */
async function refusedTexts(): Promise<RefusedValue[]> {
  const rows = await db.$queryRaw<{ reference: string; part: string; text: string }[]>(Prisma.sql`
    SELECT c.reference, said.part, said.text FROM contributions c
    JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    CROSS JOIN LATERAL (
      SELECT a.question_key AS part, a.text FROM answers a WHERE a.revision_id = r.id
      UNION ALL SELECT 'projects', p.title || ' ' || p.description FROM projects p WHERE p.revision_id = r.id
      UNION ALL SELECT 'signatories', concat_ws(' ', s.name, s.note) FROM signatures s WHERE s.revision_id = r.id
      UNION ALL SELECT x.key, concat_ws(' ', x.value #>> '{}', x.note, x.source) FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status = 'pending'
    ) said
    WHERE c.reference IS NOT NULL AND said.text ~ ${SUSPECT} ORDER BY c.reference, said.part LIMIT ${MOST}`);
  return rows
    .filter(({ text }) => isChanged(text))
    .map(({ reference, part }) => ({ of: reference, kind: 'contribution', part, reason: 'hidden_characters' }));
}

/** Links of projects, and those that wait for a decision. */
async function refusedLinks(): Promise<RefusedValue[]> {
  const rows = await db.$queryRaw<{ reference: string; part: string; link: string }[]>(Prisma.sql`
    SELECT c.reference, said.part, said.link FROM contributions c
    JOIN contribution_revisions r ON r.contribution_id = c.id AND r.number = c.current_revision
    CROSS JOIN LATERAL (
      SELECT 'projects' AS part, p.link FROM projects p WHERE p.revision_id = r.id AND p.link IS NOT NULL
      UNION ALL SELECT x.key, x.value #>> '{}' FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status = 'pending' AND x.key = 'link'
    ) said
    WHERE c.reference IS NOT NULL AND said.link !~ '^https?://([a-z0-9-]+\\.)+[a-z]{2,}(/[^\\s\\\\]*)?$' ORDER BY c.reference, said.part LIMIT ${MOST}`);
  return rows.flatMap(({ reference, part, link }) => {
    const read = webAddress(link);
    return read.ok ? [] : [{ of: reference, kind: 'contribution' as const, part, reason: read.reason }];
  });
}
