import { addFile } from '@/lib/contributions/files/files';
import { replyToEditors } from '@/lib/contributions/messages';
import { examineMail, keepOriginal } from '@/lib/contributions/originals';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { noteConsent } from '@/lib/review/on-behalf';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { beginCorrection, sendCorrection } from './corrections';
import { makeDraft } from './drafts';
import { enter } from './entries';
import { makePdf } from './files';
import { letterAsForwardedMail } from './free-form-files';
import { makeEditor } from './people';
import { makeSignOff } from './sign-offs';
import type { SubmissionInput } from './submissions';

const PHONE = '+41 22 555 80 88';
const REACH = `Ask hidden-text-qz8@example.org or ${PHONE}.`;
/** A country that no other contribution names. */
const COUNTRY = { code: 'TV', name: 'Tuvalu' };

const about = (kind: string): NonNullable<SubmissionInput['about']> => ({
  name: `hidden-name-${kind}-qz8`,
  email: `hidden-mail-${kind}-qz8@example.org`,
  affiliation: `hidden-house-${kind}-qz8`,
  country: COUNTRY.code,
});

const contributionOf = (kind: string): SubmissionInput => ({
  answers: { gaps: `seen-answer-${kind}-qz8. ${REACH}` },
  signatories: [{ agreement: 'arab-convention', note: `seen-signature-${kind}-qz8. ${REACH}` }],
  projects: [{ title: `seen-project-${kind}-qz8`, description: REACH, agreements: ['arab-convention'] }],
  proposals: [
    {
      kind: 'update',
      agreement: 'arab-convention',
      comment: `seen-comment-${kind}-qz8. ${REACH}`,
      changes: [{ cell: 'stakeholders', value: `seen-proposal-${kind}-qz8`, note: REACH, source: REACH }],
    },
  ],
  about: about(kind),
  consent: true,
});

/**
 * Contributions with contact details in all places that the desk shows: waiting, published and declined, with a reply, a
 * sign-off, a file, an original mail, a corrected version, and one entered on behalf by `editor`. Returns the words that
 * editors read and observers must not, the words that both read, and the references.
 */
export async function seedContactSecrets() {
  const editor = await makeEditor();
  const waiting = await sendWithFile('waiting');
  const published = await sendWithFile('published');
  const declined = await sendWithFile('declined');
  await fillWaiting(waiting);
  const change = await db.proposedChange.findFirstOrThrow({
    where: { contributionId: published.id, key: 'stakeholders' },
    select: { id: true },
  });
  const cell = await db.cell.findFirst({
    where: { agreement: { slug: 'arab-convention' }, key: 'stakeholders' },
    select: { version: true },
  });
  await done(
    decideChanges({
      editor,
      reference: published.reference,
      decisions: [{ change: change.id, outcome: 'accept', seen: cell?.version ?? 0, resolve: true }],
    }),
  );
  await done(publishContribution({ editor, reference: published.reference }));
  await done(declineContribution({ editor, reference: declined.reference, reason: `seen-reason-qz8. ${REACH}` }));
  const entered = await enter({ editor, input: contributionOf('entered') });
  await done(noteConsent({ editor, reference: entered.reference, note: 'Told by hidden-consent-qz8@example.org' }));
  return {
    hidden: [
      ...['waiting', 'published', 'declined', 'entered'].flatMap((kind) => [
        `hidden-name-${kind}-qz8`,
        `hidden-mail-${kind}-qz8`,
        `hidden-house-${kind}-qz8`,
      ]),
      ...['hidden-text-qz8', 'hidden-approver-qz8', 'hidden-original-qz8', 'hidden-consent-qz8'],
      ...['hidden-reply-qz8', 'hidden-file-waiting-qz8', PHONE, COUNTRY.name],
    ],
    shared: [
      ...['waiting', 'published', 'declined', 'entered'].flatMap((kind) => [
        ...['answer', 'signature', 'project', 'comment', 'proposal'].map((part) => `seen-${part}-${kind}-qz8`),
      ]),
      ...['seen-reply-qz8', 'seen-reason-qz8'],
    ],
    references: [waiting, published, declined, entered].map(({ reference }) => reference),
  };
}

/** A contribution with a file, sent from a draft. */
async function sendWithFile(kind: string): Promise<{ id: string; reference: string }> {
  const { id } = await makeDraft();
  await done(
    addFile({ contributionId: id, questionKey: 'gaps', name: `hidden-file-${kind}-qz8.pdf`, bytes: makePdf() }),
  );
  const sent = await done(submitContribution({ callSlug: '2020', draftId: id, input: contributionOf(kind) }));
  return { id, reference: sent.reference };
}

/** What came after it was sent: a reply, a sign-off, the mail it was filled from, and a corrected version. */
async function fillWaiting({ id, reference }: { id: string; reference: string }): Promise<void> {
  await done(
    replyToEditors({ contributionId: id, input: { text: 'seen-reply-qz8. Write to hidden-reply-qz8@example.org.' } }),
  );
  const mail = { name: 'hidden-original-qz8.eml', bytes: letterAsForwardedMail() };
  const { original } = await done(examineMail(mail));
  await db.$transaction((tx) => keepOriginal({ contributionId: id, original, now: new Date() }, tx));
  const correction = await beginCorrection(reference);
  const linkId = await makeSignOff(id, { name: 'hidden-approver-qz8', text: REACH, revision: 2 });
  await done(sendCorrection(correction.id, { answers: { gaps: `seen-answer-waiting-qz8, corrected. ${REACH}` } }));
  // As if it had been sent just as the approver saw it.
  await db.signOff.updateMany({ where: { linkId }, data: { sent: true } });
}

/** The value of a command that must not fail. */
async function done<Value extends { ok: boolean }>(command: Promise<Value>): Promise<Extract<Value, { ok: true }>> {
  const result = await command;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result as Extract<Value, { ok: true }>; // just checked
}
