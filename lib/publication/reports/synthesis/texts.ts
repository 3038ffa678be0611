import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { db, Prisma } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { synthesis } from './schema';
import type { Synthesis, SynthesisInput } from './schema';

/** One version of the editors' text; `author` is the editor's name or, without one, their address. For the desk alone. */
export type ReportText = { version: number; sections: Synthesis; note: string; author: string; createdAt: Date };

const TEXT = {
  version: true,
  sections: true,
  note: true,
  createdAt: true,
  author: { select: { name: true, email: true } },
} as const;

/** The versions of the text of a call's report, the newest first. */
export async function listReportTexts(call: string): Promise<ReportText[]> {
  const rows = await db.reportText.findMany({
    where: { call: { slug: call } },
    orderBy: { version: 'desc' },
    select: TEXT,
  });
  return rows.map(({ sections, author, ...row }) => ({
    ...row,
    sections: synthesis.parse(sections), // as `saveReportText` stored them
    author: author.name ?? author.email,
  }));
}

/**
 * Saves what an editor wrote as the next version; earlier versions stay. Reasons: `forbidden`, `not_found` (no public
 * call of this name), `draft_changed` (another editor saved a version since the one that the editor began from).
 */
export async function saveReportText(
  editor: Pick<Actor, 'userId' | 'role'>,
  { call, sections, note, base }: SynthesisInput,
): Promise<Result<{ version: number }>> {
  if (!can(editor, 'report.write')) return failure('forbidden');
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const row = await tx.call.findFirst({ where: { slug: call, published: true }, select: { id: true } });
    if (!row) return failure('not_found');
    // The key refuses a second version of this number: of two editors at once, one is told.
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('report'), hashtext(${row.id}))`);
    const { _max } = await tx.reportText.aggregate({ where: { callId: row.id }, _max: { version: true } });
    if ((_max.version ?? 0) !== base) return failure('draft_changed');
    const version = base + 1;
    await tx.reportText.create({ data: { callId: row.id, version, sections, note, authorId: editor.userId } });
    await audit({ action: 'report.written', subject: { kind: 'call', id: call }, details: { version } });
    return { ok: true, version };
  });
}
