import { beginProposal, setProposalRemoved } from '@/lib/contributions/drafts/drafts';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import { INTENTS } from '@/app/(form)/form/names';
import type { StepPlace } from '@/app/(form)/form/outcome';
import { MAX_ASKED } from './finding';
import { contributePaths } from './paths';
import type { OpenForm } from './form';
import { cutText } from '@/lib/platform/text/cut-text';

/** Why a proposal could not be begun, as in the list's address. */
export type ListProblem = 'choose' | 'room';

/**
 * The buttons of the proposal list, after the step itself was saved: search for an agreement, begin a proposal, remove
 * one, restore it. Returns the next address, or null for any other button.
 */
export async function actOnProposals({
  open,
  place,
  intent,
  form,
}: {
  open: OpenForm;
  place: StepPlace;
  intent: string;
  form: FormData;
}): Promise<string | null> {
  const paths = contributePaths(open.locale, place.call);
  const list = paths.step(place.step);
  const [action, position] = intent.split(':');
  const sought = soughtIn(form);
  // Without a script, Return in the search field presses "continue": then a new name is searched for instead.
  if (action === 'find' || (action === 'continue' && sought !== '' && sought !== String(form.get('found') ?? ''))) {
    return `${list}?${new URLSearchParams({ find: sought, ...(form.get('back') === 'check' && { from: 'check' }) }).toString()}#found`;
  }
  if (action === 'remove' || action === 'restore') {
    await setProposalRemoved({
      contributionId: open.held.id,
      key: sectionKey({ step: place.step, position: Number(position) }),
      removed: action === 'remove',
    });
    return `${list}#proposals`;
  }
  if (action !== 'begin' && action !== 'begin-new') return null;
  const target = position ?? String(form.get('target') ?? '');
  if (action === 'begin' && target === '') return problem(list, 'choose');
  const begun = await beginProposal({
    contributionId: open.held.id,
    step: place.step,
    target:
      action === 'begin'
        ? { kind: 'update', agreement: target }
        : { kind: 'new', name: intent === INTENTS.beginNamed ? sought : '' },
  });
  if (begun.ok) return paths.step(place.step, begun.position);
  return problem(list, begun.reason === 'too_large' ? 'room' : 'choose');
}

const soughtIn = (form: FormData) => cutText(String(form.get('find') ?? ''), MAX_ASKED).trim();
const problem = (list: string, what: ListProblem) => `${list}?problem=${what}#target`;
