import { keepOriginal } from '@/lib/contributions/originals';
import { DOCX } from '@/lib/contributions/files/constants';
import { addFile } from '@/lib/contributions/files/files';
import { addComment } from '@/lib/contributions/comments';
import { openCorrection } from '@/lib/contributions/corrections/corrections';
import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { shareContribution } from '@/lib/contributions/links';
import { findHeldLink } from '@/lib/contributions/links';
import { replyToEditors } from '@/lib/contributions/messages';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { requestChanges } from '@/lib/review/correspondence';
import { writeNote } from '@/lib/review/notes';
import { makePdf } from './files';
import { makeWord } from './word-files';
import { makeEditor } from './people';
import { makeSignOff } from './sign-offs';

/** A unique word for each thing that the interface promises something about. */
export const PROMISED = {
  answer: 'canary-answer-zq8',
  name: 'canary-name-zq8',
  affiliation: 'canary-affiliation-zq8',
  email: 'canary-email-zq8@example.org',
  forEditors: 'canary-for-editors-zq8',
  fileName: 'canary-file-name-zq8',
  file: 'canary-file-zq8',
  original: 'canary-original-zq8',
  colleague: 'canary-colleague-zq8',
  label: 'canary-label-zq8',
  approver: 'canary-approver-zq8',
  typed: 'canary-typed-zq8',
  request: 'canary-request-zq8',
  reply: 'canary-reply-zq8',
  note: 'canary-note-zq8',
  editor: 'canary-editor-zq8',
} as const;
export type Promised = keyof typeof PROMISED;

const done = <T extends object>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

/** A contribution that holds all of it, being corrected, and a link of each kind to it. */
export async function contributionWithPromises({ anonymous = false } = {}) {
  const editor = await makeEditor({
    name: PROMISED.editor,
    email: `${PROMISED.editor}-${String(anonymous)}@example.org`,
  });
  const { contributionId: id, token: manage } = done(await startDraft({ callSlug: '2020' }));
  const { id: file } = done(
    await addFile({
      contributionId: id,
      questionKey: 'gaps',
      name: `${PROMISED.fileName}.pdf`,
      bytes: makePdf(PROMISED.file),
    }),
  );
  await keepOriginal(
    {
      contributionId: id,
      original: { name: `${PROMISED.original}.docx`, mediaType: DOCX, bytes: makeWord({ body: '' }), findings: [] },
      now: new Date(),
    },
    db,
  );
  const input = {
    answers: { gaps: PROMISED.answer },
    proposals: [
      {
        kind: 'update',
        agreement: 'oas-strategy',
        comment: PROMISED.forEditors,
        changes: [{ cell: 'summary', value: 'A summary.' }],
      },
    ],
    about: { name: PROMISED.name, affiliation: PROMISED.affiliation, email: PROMISED.email, country: 'NR', anonymous },
    consent: true,
  };
  const version = 'AAAA-0000-0001';
  await makeSignOff(id, { name: PROMISED.approver, version });
  const { reference } = done(await submitContribution({ callSlug: '2020', draftId: id, input, textVersion: version }));
  done(await requestChanges({ editor, reference, text: PROMISED.request, items: [] }));
  done(await replyToEditors({ contributionId: id, input: { text: PROMISED.reply } }));
  done(await writeNote({ editor, reference, input: { text: PROMISED.note } }));
  done(await openCorrection({ contributionId: id }));
  await typeInto(id, 'comments', PROMISED.typed);
  const comment = await linkTo(id, 'comment', PROMISED.label);
  const approve = await linkTo(id, 'approve', 'to approve');
  const read = await linkTo(id, 'read', 'to read');
  const { link } = done(await findHeldLink({ token: comment }));
  done(
    await addComment({
      contributionId: id,
      linkId: link.id,
      section: 'gaps',
      input: { text: PROMISED.colleague, signedAs: '' },
    }),
  );
  return { reference, file, links: { manage, approve, comment, read } };
}

const linkTo = async (contributionId: string, purpose: string, label: string) =>
  done(await shareContribution({ contributionId, input: { purpose, label } })).token;

async function typeInto(contributionId: string, key: string, text: string): Promise<void> {
  const stored = await db.draftSection.findFirst({ where: { contributionId, step: key }, select: { version: true } });
  done(await saveSection({ contributionId, key, expectedVersion: stored?.version ?? 0, data: { text } }));
}
