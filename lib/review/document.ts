import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { readSentPaper } from '@/lib/contributions/documents/sent-paper';
import { readSignOffsForReview } from '@/lib/contributions/sign-offs';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Paper } from '@/lib/questions/paper';
import { piece } from '@/lib/questions/paper';
import { readableWords } from './redactions/readable-words';

/**
 * A contribution's newest revision as one paper for the desk: every answer in the order of the questions, every
 * proposed value beside today's with what was decided on it. It has no contact details, so that it can be passed around
 * among editors; an observer reads a mark in place of addresses in its texts, and no file names. Null for a draft or an
 * unknown reference.
 */
export async function readDeskPaper(
  reference: string,
  reader: Pick<Editor, 'role'>,
  locale: Locale = 'en',
): Promise<Paper | null> {
  const row = await db.contribution.findFirst({
    where: { reference, status: { not: 'draft' } },
    select: { id: true, currentRevision: true },
  });
  if (!row || row.currentRevision === 0) return null;
  const view = can(reader, 'contribution.redact') ? 'marked' : 'readers';
  const desk = { namesFiles: can(reader, 'contact.read'), view } as const;
  const [paper, { approved }] = await Promise.all([
    readSentPaper({ contributionId: row.id, locale, audience: 'author', desk }),
    readSignOffsForReview({ contributionId: row.id, revision: row.currentRevision, named: false }),
  ]);
  if (!paper) return null;
  const words = wordsIn(locale);
  const approvals = {
    term: words('sharing.paper.deskApproved'),
    pieces: [piece(words('sharing.paper.deskApprovals', { count: approved }))],
  };
  const readable = await readableWords(row.id, reader);
  return readable({ ...paper, facts: [...paper.facts, ...(approved > 0 ? [approvals] : [])] });
}
