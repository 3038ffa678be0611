import type { NoticeGroup } from '@/emails/desk-notices';
import { mailWords } from '@/emails/_parts/words';
import { db } from '@/lib/platform/db/client';
import { origin } from '@/lib/platform/env';
import type { Reason } from '@/lib/platform/errors';
import { wordsIn } from '@/lib/platform/i18n/words';
import { noticePath } from './notice-schema';

/**
 * The content of a mail to an editor: per kind the references, each once and with its address at the desk, in the order
 * of their notices. A notice whose subject no longer exists is left out.
 */
export async function readNoticeGroups(ids: string[]): Promise<NoticeGroup[]> {
  const rows = await db.notice.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      kind: true,
      reason: true,
      contribution: { select: { reference: true } },
      agreement: { select: { shortName: true } },
    },
  });
  const words = mailWords('en');
  const groups = new Map<string, NoticeGroup>();
  for (const { kind: written, reason, contribution, agreement } of rows) {
    // lib/notifications writes no other kinds than those the catalogue has words for; its test compares the two.
    const kind = written as NoticeGroup['kind'];
    const unnamed = contribution && kind === 'entry_taken_over' ? words('mail.deskNotices.entry') : undefined;
    const name = contribution?.reference ?? agreement?.shortName ?? unnamed;
    if (!name) continue;
    const group = groups.get(kind) ?? { kind, items: [] };
    if (unnamed || !group.items.some((item) => item.name === name))
      group.items.push({ name, url: `${origin()}${noticePath(kind, contribution?.reference)}`, ...whyOf(reason) });
    groups.set(kind, group);
  }
  return [...groups.values()];
}

/** The sentence of a reason, where a notice has one. */
function whyOf(reason: string | null): { why?: string } {
  if (reason === null) return {};
  return { why: wordsIn('en')(`errors.reasons.${reason as Reason}`) }; // as `notify` stored it
}
