import { beginEntry } from '@/lib/contributions/on-behalf/entries';
import { takeOverEntry } from '@/lib/contributions/on-behalf/takeover';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission } from './submissions';
import type { SubmissionInput } from './submissions';

type EntryOf = {
  editor: { userId: string };
  /** The editor who begins it, if it is another: the first takes it over before it is sent. */
  begunBy?: { userId: string };
  input?: SubmissionInput;
  callSlug?: string;
};

/**
 * A contribution that an editor entered on behalf of its contributor, through the functions of desk and form: begun
 * from a telephone call, and sent with the editor's link. Returns its id, reference, and proposed cells by key.
 */
export async function enter({ editor, begunBy, input = eastWestSubmission(), callSlug = '2020' }: EntryOf) {
  const begun = await beginEntry({
    editor: begunBy ?? editor,
    input: { call: callSlug, source: 'telephone', receivedOn: '2020-11-03', affiliation: 'Example institute' },
  });
  if (!begun.ok) throw new Error(`not begun: ${JSON.stringify(begun)}`);
  const { contributionId: id, token } = begun;
  if (begunBy) await takeOverEntry({ editor, contributionId: id, from: begunBy.userId });
  const sent = await submitContribution({ callSlug, draftId: id, editorId: editor.userId, input });
  if (!sent.ok) throw new Error(`not sent: ${JSON.stringify(sent)}`);
  const rows = await db.proposedChange.findMany({ where: { contributionId: id }, select: { id: true, key: true } });
  return { id, token, reference: sent.reference, changes: Object.fromEntries(rows.map((row) => [row.key, row.id])) };
}

/** A submission without an address. */
export function withoutAddress(input: SubmissionInput = eastWestSubmission()): SubmissionInput {
  const { email: _, ...about } = input.about ?? {};
  return { ...input, about };
}
