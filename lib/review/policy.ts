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

/** Why an editor may not decide on a contribution: reasons of lib/platform/errors. */
export type Blocker = 'own_organisation' | 'other_editor' | 'recused' | 'likely_own_organisation';

/**
 * Editors do not decide on contributions of their own organisation, admins included (docs/decisions/0019). Null if the
 * editor may. If the affiliation is not public, a sure match is refused without a reason (`other_editor`), and a likely
 * one is not shown at all: either would reveal the author.
 */
export function decisionBlocker(editor: Pick<Editor, 'organisation' | 'email'>, concerned: Concerned): Blocker | null {
  const match = matchOf(editor, concerned);
  if (match === 'sure') return concerned.affiliationPublic ? 'own_organisation' : 'other_editor';
  if (concerned.recused) return 'recused';
  return match === 'likely' && concerned.affiliationPublic && !concerned.apart ? 'likely_own_organisation' : null;
}

const matchOf = (
  { organisation, email }: Pick<Editor, 'organisation' | 'email'>,
  { affiliation, email: address }: Pick<Concerned, 'affiliation' | 'email'>,
) => organisationMatch({ organisation, email }, { organisation: affiliation, email: address });
