import { Command } from '@/app/desk/parts/command';
import { Notice } from '@/app/ui/notice';
import { contactDetailsIn } from '@/lib/platform/text/contact-details';
import type { Shown } from '@/lib/questions/kind';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { hide } from './actions';

/**
 * Warns that the texts to be published contain addresses or telephone numbers; says whether readers see them, and how
 * to hide them.
 */
export function ContactsNotice({ contribution }: { contribution: ReviewContribution }) {
  const { reference, answers, proposals, showsContacts, contactsHiddenAt, blocker } = contribution;
  const proposed = proposals.flatMap(({ changes }) => changes.map((one) => one.proposed));
  const found = contactDetailsIn([
    answers.map(({ text }) => text),
    answers.flatMap(({ shown }) => shown.map(shownTexts)),
    proposed,
  ]);
  if (found.length === 0) return null;
  const hidden = contactsHiddenAt !== null;
  return (
    <div className="mt-5 text-sm">
      <Notice kind={showsContacts && !hidden ? 'warning' : 'info'} title="Contact details in the text">
        <ul className="mt-1 list-disc ps-5">
          {found.map(({ text }) => (
            <li key={text} className="wrap-anywhere">
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
        <p className="mt-2">
          {hidden && 'An editor hid them: readers find a mark in their place.'}
          {!hidden && showsContacts && 'Their author wishes them to be public, as written.'}
          {!hidden &&
            !showsContacts &&
            'Readers find a mark in their place. Their author did not ask for them to be public.'}{' '}
          In values of the dataset they are never shown.
        </p>
        {blocker === null && (hidden || showsContacts) && (
          <div className="mt-3">
            <Command
              action={hide}
              fields={{ reference, hidden: hidden ? 'no' : 'yes' }}
              label={hidden ? 'Leave it to their author' : 'Hide them in public'}
              done={hidden ? 'It is left to their author.' : 'They are hidden in public.'}
            />
          </div>
        )}
      </Notice>
    </div>
  );
}

/** The contributor's own text in a part of an answer. */
function shownTexts(part: Shown): (string | undefined)[] {
  switch (part.piece) {
    case 'names':
      return part.items.flatMap(({ name, note }) => [name, note]);
    case 'projects':
      return part.items.flatMap(({ title, description, link }) => [title, description, link]);
    case 'value':
      return part.values.map(({ text }) => text);
    case 'records':
      return part.items.flatMap(({ fields }) => fields.flatMap(({ values }) => values.map(({ text }) => text)));
  }
}
