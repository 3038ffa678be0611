import { addSignOff } from '@/lib/contributions/sign-offs';
import type { SignedText } from '@/lib/contributions/sign-offs';
import { createLink, findHeldLink } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';

/** A version of a text, whatever it says. */
export const signedText = (version = 'AAAA-0000-0001', revision = 1): SignedText => ({
  version,
  revision,
  content: {
    body: { answers: { gaps: 'A gap.' }, signatories: [], projects: [], proposals: [] },
    author: null,
    group: null,
    files: [],
  },
});

type Made = { name?: string; outcome?: string; text?: string; version?: string; revision?: number; linkId?: string };

/** An approver's answer with a link of their own, or with one that there is already. Returns the id of the link. */
export async function makeSignOff(contributionId: string, made: Made = {}): Promise<string> {
  const { name = 'A Director', outcome = 'approved', text = '', revision } = made;
  const signed = signedText(made.version, revision);
  const linkId = made.linkId ?? (await makeApproverLink(contributionId));
  const input = { outcome, name, office: '', text };
  const added = await addSignOff({ contributionId, linkId, text: signed, seen: signed.version, input });
  if (!added.ok) throw new Error(`not signed off: ${JSON.stringify(added)}`);
  return linkId;
}

async function makeApproverLink(contributionId: string): Promise<string> {
  const token = await createLink({ contributionId, purpose: 'approve', label: 'An approver' }, db);
  const found = await findHeldLink({ token });
  if (!found.ok) throw new Error(found.reason);
  return found.link.id;
}
