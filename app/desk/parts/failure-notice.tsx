import { FailureSummary } from '@/app/ui/failure-summary';
import type { Failure } from '@/lib/platform/errors';
import errors from '@/lib/platform/i18n/messages/en/errors.json';

const CODES: Record<string, string> = {
  ...errors.codes,
  name_taken: 'Another participant of this country has this name.',
  not_ahead: 'Choose a time that is still to come, in the next twelve months.',
  similar: 'Please choose which one it is.',
  oneself: 'You cannot remove your own account: ask another admin.',
  nothing_selected: 'Tick at least one.',
  reason_required: 'Please say why: the contributor reads it.',
  source_required: 'Please name the source it rests on.',
  why_required: 'Please say why this should change.',
  stands_already: 'This is the current value: change it, or leave the cell out.',
};

/** The sentence for a fault's code; a general one for an unknown code. */
export const faultInWords = (code: string) => CODES[code] ?? errors.codes.invalid;

/** The failure in words, with the faults that no field shows. */
export function FailureNotice({ failure, faults }: { failure: Failure; faults?: readonly string[] }) {
  return (
    <FailureSummary title={errors.reasons[failure.reason]} faults={faults}>
      {failure.reason === 'not_signed_in' && (
        <p>
          {/* A new window, so that this one keeps its typed text. */}
          <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
            Sign in in a new window
          </a>
          , then send this form again. If no link comes by mail, an admin has removed your account: nothing more can be
          recorded from here.
        </p>
      )}
    </FailureSummary>
  );
}
