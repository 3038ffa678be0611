import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { Checkbox } from '@/app/ui/checkbox';
import { attributed } from '@/lib/contributions/documents/attributed';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { eraseContact } from './actions';

/** For requests that did not come through the status page, and for details given by a person other than their owner. */
export function EraseContact({
  contribution: { reference, authorId, erased, blocker, publicName, publicAffiliation, publicCountry },
}: {
  contribution: ReviewContribution;
}) {
  const shown = attributed({ name: publicName, affiliation: publicAffiliation, country: publicCountry }, 'en') ?? '';
  if (authorId !== null || blocker !== null || (erased && shown === '')) return null;
  return (
    <div className="mt-3">
      <ReasonedCommand
        action={eraseContact}
        fields={{ reference }}
        summary={erased ? 'Remove the public name' : 'Erase the contact details'}
        label="Why are they erased?"
        hint="The contributor reads it on the status page; a last mail says that it was done, and no other reaches them. Erased for good: name, affiliation, address, country, the files sent along, colleagues’ comments. The text and the private links stay."
        button="Erase for good"
        done="They were erased."
        variant="danger"
      >
        {shown !== '' && (
          <Checkbox
            id="erase-public"
            name="alsoPublic"
            label="Also remove what is shown in public"
            hint={`Shown now: ${shown}. The contribution becomes anonymous, for good.`}
          />
        )}
      </ReasonedCommand>
    </div>
  );
}
