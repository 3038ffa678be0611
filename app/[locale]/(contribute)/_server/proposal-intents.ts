import { beginProposal, setProposalRemoved } from '@/lib/contributions/drafts/mutations';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import type { StepPlace } from '@/app/[locale]/(contribute)/_form/outcome';
import { contributePaths } from './paths';
import type { OpenForm } from './form';

/** Why a proposal could not be begun, as the list's address says it. */
export type ListProblem = 'choose' | 'room';

/**
 * The buttons of the list of proposals, after the step itself was saved: begin one, take one out, bring it back.
 * Returns the address to go on to, or null where the button was none of these.
 */
export async function actOnProposals({ open, place, intent, target }: { open: OpenForm; place: StepPlace; intent: string; target: string }): Promise<string | null> {
  const paths = contributePaths(open.locale, place.call);
  const list = paths.step(place.step);
  const [action, position] = intent.split(':');
  if (action === 'remove' || action === 'restore') {
    await setProposalRemoved({ contributionId: open.held.id, key: sectionKey({ step: place.step, position: Number(position) }), removed: action === 'remove' });
    return `${list}#proposals`;
  }
  if (action !== 'begin' && action !== 'begin-new') return null;
  if (action === 'begin' && target === '') return problem(list, 'choose');
  const begun = await beginProposal({
    contributionId: open.held.id,
    step: place.step,
    target: action === 'begin' ? { kind: 'update', agreement: target } : { kind: 'new' },
  });
  if (begun.ok) return paths.step(place.step, begun.position);
  return problem(list, begun.reason === 'too_large' ? 'room' : 'choose');
}

const problem = (list: string, what: ListProblem) => `${list}?problem=${what}#target`;
