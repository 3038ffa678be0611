import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';

export type Comment = {
  id: string;
  /** The section it is about, as drafts name it: `gaps`, `agreements/2`. */
  section: string;
  /** The link it was written with; null once that is gone. */
  linkId: string | null;
  signedAs: string | null;
  /** What the link is called that it was written with. */
  linkLabel: string | null;
  text: string;
  createdAt: Date;
  resolvedAt: Date | null;
};

/** All that colleagues say about a contribution, the oldest first. For nobody but those who hold a link to it. */
export async function listComments(contributionId: string, tx: Tx = db): Promise<Comment[]> {
  const rows = await tx.draftComment.findMany({
    where: { contributionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      step: true,
      linkId: true,
      signedAs: true,
      text: true,
      createdAt: true,
      resolvedAt: true,
      link: { select: { label: true } },
    },
  });
  return rows.map(({ step, link, ...comment }) => ({ ...comment, section: step, linkLabel: link?.label ?? null }));
}
