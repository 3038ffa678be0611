import type { NoticeGroup } from '@/emails/desk-notices';
import { db } from '@/lib/platform/db/client';
import { origin } from '@/lib/platform/env';

/**
 * The content of a mail to an editor: per kind the references, each once and with its address at the desk, in the order
 * of their notices. A notice whose subject no longer exists is left out.
 */
export async function readNoticeGroups(ids: string[]): Promise<NoticeGroup[]> {
  const rows = await db.notice.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, contribution: { select: { reference: true } }, agreement: { select: { shortName: true } } },
  });
  const groups = new Map<string, NoticeGroup>();
  for (const { kind: written, contribution, agreement } of rows) {
    // lib/notifications writes no other kinds than those the catalogue has words for; its test compares the two.
    const kind = written as NoticeGroup['kind'];
    const name = contribution?.reference ?? agreement?.shortName;
    if (!name) continue;
    const group = groups.get(kind) ?? { kind, items: [] };
    if (!group.items.some((item) => item.name === name))
      group.items.push({ name, url: `${origin()}${deskPath(kind, contribution?.reference)}` });
    groups.set(kind, group);
  }
  return [...groups.values()];
}

const deskPath = (kind: string, reference: string | null | undefined) =>
  kind === 'approval_asked' || !reference ? '/desk/approvals' : `/desk/contributions/${reference}`;
