'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicAction } from '@/app/server/action';
import type { ActionState } from '@/app/ui/action-state';
import { askAddressAgain } from '@/lib/contributions/address';
import { dropCorrection, openCorrection } from '@/lib/contributions/corrections/corrections';
import { takeNewVersion } from '@/lib/contributions/drafts/new-version';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { confirmEntry } from '@/lib/contributions/on-behalf/consent';
import { mailSentLink } from '@/lib/contributions/mailed-links';
import { replyToEditors } from '@/lib/contributions/messages';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { routing } from '@/lib/platform/i18n/routing';
import { showContacts } from '@/lib/contributions/contact-visibility';
import { eraseContact } from '@/lib/contributions/erasure';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { currentContributions } from './current-contribution';
import type { CurrentContribution } from './current-contribution';
import { deskOf, ENTRIES_AT_DESK } from './desk-paths';
import { contributePaths } from './paths';
import type { Done } from './done';

const targetSchema = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
export type CallTarget = z.infer<typeof targetSchema>;
type AfterAction = (asked: CallTarget, previous: ActionState, form: FormData) => Promise<ActionState>;

/**
 * What each action here needs: the contribution named in the form, if this browser may change it. An editor who enters
 * it on behalf of its contributor may do only what `editors` allows.
 */
function afterAction(
  run: (held: CurrentContribution, target: CallTarget, form: FormData) => Promise<Result>,
  { editors = false }: { editors?: boolean } = {},
): AfterAction {
  return (asked, previous, sent) =>
    publicAction(async (form) => {
      const target = targetSchema.safeParse(asked);
      if (!target.success) return failure('unknown_call');
      const held = (await currentContributions(target.data.call)).find(({ id }) => id === form.get('contribution'));
      if (held && held.link.editorId !== null && !editors) return failure('not_with_this_link');
      return held ? run(held, target.data, form) : failure('unknown_link');
    })(previous, sent);
}

const paths = ({ locale, call }: CallTarget) => contributePaths(locale, call);

/** The status page, with a message about the last action. */
const afterwards = (target: CallTarget, done: Done) => `${paths(target).status}?done=${done}`;

/** Opens a correction and goes to the step that the form names, or else to its first one. */
export const beginCorrection: AfterAction = afterAction(async ({ id }, target, form) => {
  const opened = await openCorrection({ contributionId: id, locale: target.locale });
  if (!opened.ok) return opened;
  // Of the version that was sent, which may not be the newest one.
  const questions = (await readDraft(id, target.locale))?.questionnaire.questions ?? [];
  const first = questions.find(({ key }) => key === form.get('step')) ?? questions[0];
  redirect(first ? paths(target).step(first.key) : paths(target).check);
});

export const abandonCorrection: AfterAction = afterAction(
  async ({ id, link, reference }, target) => {
    const dropped = await dropCorrection({ contributionId: id, ...actorOf(link) });
    if (!dropped.ok) return dropped;
    redirect(link.editorId === null ? afterwards(target, 'dropped') : deskOf({ reference }));
  },
  { editors: true },
);

/** An editor acts in their own name also where they write in that of a contributor. */
const actorOf = ({ editorId }: CurrentContribution['link']) =>
  editorId === null ? {} : { actor: { userId: editorId } };

/** Moves the draft to the version that the page compared it with. */
export const takeVersion: AfterAction = afterAction(
  async ({ id }, target, form) => {
    const taken = await takeNewVersion({
      contributionId: id,
      from: String(form.get('from')),
      to: String(form.get('to')),
    });
    if (!taken.ok) return taken;
    redirect(paths(target).check);
  },
  { editors: true },
);

/** A failure returns the typed text; the page shows the present state of everything else. */
export const reply: AfterAction = afterAction(async ({ id }, _target, form) => {
  const replied = await replyToEditors({ contributionId: id, input: { text: form.get('text') } });
  refresh();
  return replied;
});

/**
 * Withdraws what was sent, if its reference was typed to confirm; discards a draft. An editor may discard a draft here;
 * what was sent is withdrawn at the desk, with a reason.
 */
export const withdraw: AfterAction = afterAction(
  async ({ id, link, status, reference }, target, form) => {
    if (link.editorId !== null && status !== 'draft') return failure('not_with_this_link');
    if (reference !== null && bare(form.get('reference')) !== bare(reference))
      return failure('invalid', [{ path: 'reference', code: 'not_the_reference' }]);
    const withdrawn = await withdrawContribution({ contributionId: id, ...actorOf(link) });
    if (!withdrawn.ok) return withdrawn;
    redirect(link.editorId === null ? afterwards(target, 'withdrawn') : `${ENTRIES_AT_DESK}?done=discarded`);
  },
  { editors: true },
);

/** A reference however it is typed. */
const bare = (typed: unknown) =>
  String(typed)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** The contributor agrees to what an editor entered in their name. */
export const confirmEntered: AfterAction = afterAction(async ({ id }, target, form) => {
  if (form.get('consent') !== 'on') return failure('invalid', [{ path: 'consent', code: 'consent_needed' }]);
  const confirmed = await confirmEntry({ contributionId: id, locale: target.locale });
  if (!confirmed.ok) return confirmed;
  redirect(afterwards(target, 'confirmed'));
});

export const erase: AfterAction = afterAction(async ({ id }, target, form) => {
  const erased = await eraseContact({ contributionId: id, alsoPublic: form.get('alsoPublic') === 'on' });
  if (!erased.ok) return erased;
  redirect(afterwards(target, 'erased'));
});

/** Sends the mail that confirms the address once more. */
export const askAgain: AfterAction = afterAction(async ({ id }, target) => {
  const asked = await askAddressAgain({ contributionId: id, locale: target.locale });
  if (!asked.ok) return asked;
  redirect(afterwards(target, 'asked'));
});

/** Mails the private link to the address that is confirmed. */
export const sendLink: AfterAction = afterAction(async ({ id }, target) => {
  const sent = await mailSentLink({ contributionId: id, locale: target.locale });
  if (!sent.ok) return sent;
  redirect(afterwards(target, 'linked'));
});

/** Sends the confirmation mail to another address instead. */
export const changeAddress: AfterAction = afterAction(async ({ id }, target, form) => {
  const asked = await askAddressAgain({ contributionId: id, email: form.get('email'), locale: target.locale });
  if (!asked.ok) return asked;
  redirect(afterwards(target, 'changed'));
});

/** Sets whether contact details in the texts are public. */
export const chooseContacts: AfterAction = afterAction(async ({ id }, _target, form) => {
  const chosen = await showContacts({ contributionId: id, shown: form.get('shown') === 'yes' });
  refresh();
  return chosen;
});
