import { initialState } from '@/app/ui/action-state';
import type { ActionState, FormAction } from '@/app/ui/action-state';
import { BESIDE } from '@/app/(form)/form/names';
import type { Beside, StepPlace } from '@/app/(form)/form/outcome';
import { changeComment, comment } from '@/app/(form)/sharing/comment-actions';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import type { Locale } from '@/lib/platform/i18n/routing';
import { sendLinkByMail } from './return-actions';

/** `anchor` and `link` are added to the address of the step's page, which then shows the result. */
type Ran = Beside & { anchor: string; link?: string };

/** Whether a button beside the step was pressed. */
export const isBesideStep = (intent: string) => intent.startsWith('beside:');

/**
 * A comment that has a text, or else a new address for the link: Return in one of their fields sends the form of the
 * step.
 */
function typedBeside(form: FormData): string | undefined {
  const fields = [...form].find(
    ([field, text]) => /^comment\/.+\/text$/.test(field) && typeof text === 'string' && text.trim() !== '',
  );
  if (fields) return fields[0].slice(0, -'/text'.length);
  const [email, known] = ['email', 'known'].map((field) => form.get(`${BESIDE.sendLink}/${field}`) ?? '');
  return email === '' || email === known ? undefined : BESIDE.sendLink;
}

/**
 * Runs the small form beside a step whose button was pressed: without a script, it is sent together with the form of the
 * step, and its fields have its name as a prefix. A comment or an address that was typed goes with any button of the
 * step. Null if another button was pressed and there is none.
 */
export async function runBeside(place: StepPlace & { locale: Locale }, form: FormData): Promise<Ran | null> {
  const intent = String(form.get('intent') ?? '');
  const isAsked = isBesideStep(intent);
  const [, asked = '', value = ''] = isAsked ? intent.split(':') : [];
  const name = isAsked ? asked : (typedBeside(form) ?? '');
  const own = new FormData();
  for (const [field, content] of form)
    if (field.startsWith(`${name}/`)) own.append(field.slice(name.length + 1), content);
  const [kind = '', ...subject] = name.split('/');
  const at = { locale: place.locale, call: place.call };
  const comments = `comments-${sectionKey(place).replace('/', '-')}`;
  if (kind === BESIDE.sendLink) {
    const state = await sendLinkByMail(at, initialState, own);
    return { name, state, anchor: 'send-link', link: state.result?.ok && state.result.sent ? 'sent' : 'confirm' };
  }
  if (kind === BESIDE.comment)
    return run(comment.bind(null, { ...at, page: 'form', section: subject.join('/') }), comments);
  if (kind !== BESIDE.changeComment) return null;
  own.set('change', value);
  return run(changeComment.bind(null, { ...at, page: 'form', comment: subject.join('/') }), comments);

  async function run(action: FormAction, anchor: string): Promise<Ran> {
    const state: ActionState = await action(initialState, own);
    return { name, state, anchor };
  }
}
