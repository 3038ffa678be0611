import { SubmitButton } from '@/app/ui/action-form';
import { Moment } from '@/app/ui/moment';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ENTRY_SOURCE_WORDS } from '@/app/desk/words/entries';
import type { ForeignEntry } from '@/lib/contributions/on-behalf/takeover';
import { sayDay } from '@/lib/platform/i18n/dates';
import { takeOver } from './actions';

/** What other editors have begun to enter and not sent, each to be taken over. */
export function ForeignEntries({ entries }: { entries: readonly ForeignEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="foreign" className="mt-12">
      <h2 id="foreign" className="text-2xl">
        Begun by other editors
      </h2>
      <p className="mt-1 max-w-measure text-muted">
        You see whose contribution it is once you have taken it over: its contributor may stay anonymous.
      </p>
      <ul className="mt-4 border-t border-rule">
        {entries.map((entry) => (
          <li key={entry.contributionId} className="border-b border-rule py-4">
            <span className="block font-semibold">{entry.enteredBy.name}</span>
            <span className="block text-sm text-muted">
              {ENTRY_SOURCE_WORDS[entry.source]}, received on {sayDay(entry.receivedOn.toISOString(), 'en')} · call{' '}
              {entry.call} · begun <Moment value={entry.begunAt.toISOString()} locale="en" />
            </span>
            <TakeOver entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Folded at first: what it does is read before it is done. */
function TakeOver({ entry: { contributionId, enteredBy } }: { entry: ForeignEntry }) {
  return (
    <DeskForm
      action={takeOver}
      fields={{ contribution: contributionId, from: enteredBy.id }}
      done={null}
      className="mt-3 mb-2 space-y-4"
      summaryClass="text-sm"
      summary={
        <>
          Take it over<span className="sr-only"> from {enteredBy.name}</span>
        </>
      }
      buttons={<SubmitButton variant="secondary">Take it over from {enteredBy.name}</SubmitButton>}
    >
      <p className="max-w-measure text-sm">
        From then on you enter it, and {enteredBy.name} can’t open it any more. They get a notice, and what they have
        typed stays. Both of you count as editors who entered it.
      </p>
    </DeskForm>
  );
}
