import { initialState } from '@/app/ui/action-state';
import { addComment } from '@/lib/contributions/comments';
import { saveSection, startDraft } from '@/lib/contributions/drafts/drafts';
import { shareContribution } from '@/lib/contributions/links';
import { findHeldLink } from '@/lib/contributions/links';
import {
  abandonCorrection,
  beginCorrection,
  chooseContacts,
  erase,
  reply,
  withdraw,
} from '@/app/(form)/server/after-actions';
import { saveStep } from '@/app/(form)/server/save-step';
import { submitDraft } from '@/app/(form)/server/submit-draft';
import { GET as authorsWord } from '@/app/(form)/[locale]/calls/[call]/contribute/contribution.docx/route';
import { GET as authorsForm } from '@/app/(form)/[locale]/calls/[call]/contribute/form.docx/route';
import { POST as upload } from '@/app/(form)/[locale]/calls/[call]/contribute/[step]/files/route';
import { changeComment, comment } from './comment-actions';
import { makeLink, replace, revoke } from './link-actions';

export const place = { locale: 'en' as const, call: '2020' };
export const params = Promise.resolve({ ...place, step: 'gaps' });
export const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
export const request = (path: string, init: RequestInit = {}) => new Request(`http://localhost:3000${path}`, init);
const uploadRequest = () => {
  const body = new FormData();
  body.set('file', new File(['words'], 'words.txt', { type: 'text/plain' }));
  return request('/', {
    method: 'POST',
    body,
    headers: {
      accept: 'application/json',
      origin: 'http://localhost:3000',
      host: 'localhost:3000',
      'sec-fetch-site': 'same-origin',
    },
  });
};

export async function draft() {
  const begun = await startDraft({ callSlug: '2020' });
  if (!begun.ok) throw new Error(begun.reason);
  const { contributionId: id, token } = begun;
  await saveSection({ contributionId: id, key: 'gaps', expectedVersion: 0, data: { text: 'A gap.' } });
  await saveSection({
    contributionId: id,
    key: 'about',
    expectedVersion: 0,
    data: { email: 'secret-mail@example.org', name: 'secret-name' },
  });
  const own = await findHeldLink({ token });
  if (!own.ok) throw new Error(own.reason);
  const said = await addComment({
    contributionId: id,
    linkId: own.link.id,
    section: 'gaps',
    input: { text: 'By the author', signedAs: '' },
  });
  if (!said.ok) throw new Error(said.reason);
  return { id, token, linkId: own.link.id, commentId: said.id };
}
export async function linkTo(id: string, purpose: string) {
  const made = await shareContribution({ contributionId: id, input: { purpose, label: purpose } });
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}

/** Every endpoint that changes, sends, shares or shows a draft to its authors. */
export const ENDPOINTS: Record<string, (own: Awaited<ReturnType<typeof draft>>) => Promise<unknown>> = {
  save: ({ id }) =>
    saveStep(
      { ...place, step: 'gaps' },
      null,
      formOf({ draft: id, version: '1', text: 'Overwritten.', intent: 'save', enhanced: '1' }),
    ),
  'begin a proposal': ({ id }) =>
    saveStep(
      { ...place, step: 'agreements' },
      null,
      formOf({ draft: id, version: '0', text: '', intent: 'begin', target: 'gcsc', enhanced: '1' }),
    ),
  submit: ({ id }) => submitDraft(place, null, formOf({ draft: id, seen: '', consent: 'on' })),
  upload: () => upload(uploadRequest(), { params }),
  'make a link': () => makeLink(place, initialState, formOf({ purpose: 'manage', label: 'a stranger' })),
  'replace a link': ({ linkId }) => replace({ ...place, link: linkId }, initialState, formOf({})),
  'revoke a link': ({ linkId }) => revoke({ ...place, link: linkId }, initialState, formOf({})),
  'comment in the form': () =>
    comment({ ...place, page: 'form', section: 'gaps' }, initialState, formOf({ text: 'x', signedAs: '' })),
  'resolve a comment': ({ commentId }) =>
    changeComment({ ...place, page: 'reading', comment: commentId }, initialState, formOf({ change: 'resolve' })),
  withdraw: ({ id }) => withdraw(place, initialState, formOf({ contribution: id, sure: 'on' })),
  'erase contact details': ({ id }) => erase(place, initialState, formOf({ contribution: id, sure: 'on' })),
  'show contact details': ({ id }) => chooseContacts(place, initialState, formOf({ contribution: id, shown: 'yes' })),
  'begin a correction': ({ id }) => beginCorrection(place, initialState, formOf({ contribution: id })),
  'abandon a correction': ({ id }) => abandonCorrection(place, initialState, formOf({ contribution: id })),
  'reply to editors': ({ id }) => reply(place, initialState, formOf({ contribution: id, text: 'x' })),
  'Word with private details': () => authorsWord(request('/'), { params }),
  'Word form with private details': () => authorsForm(request('/'), { params }),
};
