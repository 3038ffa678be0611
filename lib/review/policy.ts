import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { organisationMatch } from '@/lib/review/interests/organisations';

/** The author of a contribution, and the relation of one editor to it. It is never shown. */
export type Concerned = {
  affiliation: string | null;
  email: string | null;
  /** Its contributor shows the affiliation in public. */
  affiliationPublic: boolean;
  /** The editor has stepped aside from it. */
  recused: boolean;
  /** The editor has said, with a reason, that the organisation it names is another than theirs. */
  apart: boolean;
};

/**
 * Why a person of the desk may not decide on a contribution: reasons of lib/platform/errors. `forbidden`: an observer
 * decides on none.
 */
export type Blocker = 'forbidden' | Conflict;
export type Conflict = 'own_organisation' | 'other_editor' | 'recused' | 'likely_own_organisation';

/**
 * Editors do not decide on contributions of their own organisation, admins included (docs/decisions/0019), and observers
 * on none. Null if the person may. If the affiliation is not public, a sure match is refused without a reason
 * (`other_editor`), and a likely one is not shown at all: either would reveal the author.
 */
export function decisionBlocker(
  editor: Pick<Editor, 'role' | 'organisation' | 'email'>,
  concerned: Concerned,
): Blocker | null {
  return can(editor, 'contribution.decide') ? conflictOf(editor, concerned) : 'forbidden';
}

/** The conflict of interest that keeps an editor from deciding, whatever their role allows. Null without one. */
export function conflictOf(editor: Pick<Editor, 'organisation' | 'email'>, concerned: Concerned): Conflict | null {
  const match = matchOf(editor, concerned);
  if (match === 'sure') return concerned.affiliationPublic ? 'own_organisation' : 'other_editor';
  if (concerned.recused) return 'recused';
  return match === 'likely' && concerned.affiliationPublic && !concerned.apart ? 'likely_own_organisation' : null;
}

/**
 * Why a person may not read and write the internal notes on a contribution: the conflict of interest that keeps an
 * editor from deciding. Observers may, without one; as they state nothing, a likely match counts as their organisation.
 */
export function notesBlocker(
  person: Pick<Editor, 'role' | 'organisation' | 'email'>,
  concerned: Concerned,
): Conflict | null {
  const conflict = conflictOf(person, concerned);
  return conflict === 'likely_own_organisation' && !can(person, 'contribution.decide') ? 'own_organisation' : conflict;
}

const matchOf = (
  { organisation, email }: Pick<Editor, 'organisation' | 'email'>,
  { affiliation, email: address }: Pick<Concerned, 'affiliation' | 'email'>,
) => organisationMatch({ organisation, email }, { organisation: affiliation, email: address });
