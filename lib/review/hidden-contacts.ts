import type { Result } from '@/lib/platform/errors';
import { change } from '@/lib/contributions/contact-visibility';
import { loadReviewable } from './decide';
import type { Editor } from '@/lib/accounts/policy';
import { mutation } from '@/lib/platform/mutation';

type HideInput = {
  editor: Editor;
  reference: string;
  /** False takes the editors' hiding back; the author's own choice then holds. */ hidden: boolean;
  now?: Date;
};

/**
 * An editor hides the contact details in a contribution's texts from the public, against its author's choice, or shows
 * them again. The texts stay as they are. Doing so again changes nothing. Reasons: `not_found`, a `Blocker`
 * (lib/review/policy).
 */
export function hideContacts({ editor, reference, hidden, now = new Date() }: HideInput): Promise<Result> {
  return mutation(
    { actor: editor, command: hidden ? 'hide_contacts' : 'leave_contacts', reference },
    async (context) => {
      const { tx } = context;
      const { id } = await loadReviewable(reference, editor, tx, ['declined']);
      const from = hidden ? { contactsHiddenAt: null } : { contactsHiddenAt: { not: null } };
      const action = hidden ? 'contribution.contacts_hidden' : 'contribution.contacts_left_to_author';
      return change(
        {
          id,
          from,
          to: { contactsHiddenAt: hidden ? now : null },
          action,
        },
        context,
      );
    },
  );
}
