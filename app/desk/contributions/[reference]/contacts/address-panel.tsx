import { Command } from '@/app/desk/parts/command';
import { readAddressState } from '@/lib/review/contributor-address';
import { askAgain } from './actions';
import { CorrectAddress } from './correct-address';

/**
 * What an editor can do where no mail reaches the contributor: have them asked once more, or correct a mistyped address.
 */
export async function AddressPanel({ reference }: { reference: string }) {
  const state = await readAddressState(reference);
  if (!state || (state.confirmed && !state.mayCorrect)) return null;
  return (
    <div id="address" className="no-print mt-2 scroll-mt-4 space-y-2 text-sm">
      <p className={state.failed ? 'text-danger' : 'text-muted'}>
        {state.failed
          ? 'The last mail to this address failed.'
          : 'Until its owner confirms it, nothing but that question is sent to it.'}
      </p>
      {!state.confirmed && (
        <Command
          action={askAgain}
          fields={{ reference }}
          label="Ask again to confirm it"
          done="The question goes to the address once more. All other mails wait until it is confirmed."
          className="px-3 text-sm"
        />
      )}
      {state.mayCorrect && <CorrectAddress reference={reference} />}
    </div>
  );
}
