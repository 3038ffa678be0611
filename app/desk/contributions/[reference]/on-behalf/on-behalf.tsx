import { Tag } from '@/app/ui/tag';
import { Moment } from '@/app/ui/moment';
import { Command } from '@/app/desk/parts/command';
import { open } from '@/app/desk/contributions/new/actions';
import { FROM_WORDS } from '@/app/desk/words/entries';
import { sayDay } from '@/lib/platform/i18n/dates';
import { isCorrectable, isWithdrawable } from '@/lib/contributions/state';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { ConsentForm } from './consent-form';
import { mailLink } from './actions';
import { WithdrawForm } from './withdraw-form';

type OnBehalfProps = { contribution: ReviewContribution; userId: string };
type Entry = NonNullable<ReviewContribution['entry']>;

/** Who entered the contribution, from what, and whether its contributor agrees; with what an editor can do about it. */
export function OnBehalf({ contribution, userId }: OnBehalfProps) {
  const { entry, call, reference, status, blocker, reachable } = contribution;
  if (!entry) return null;
  const mayAct = blocker === null && status !== 'withdrawn' && status !== 'declined';
  const open = entry.consent.state !== 'confirmed';
  return (
    <section
      id="on-behalf"
      aria-labelledby="on-behalf-title"
      className="mb-4 max-w-[46rem] border-s-4 border-accent ps-5"
    >
      <h2 id="on-behalf-title" className="flex flex-wrap items-baseline gap-x-3 text-lg">
        Entered on behalf
        <ConsentTag entry={entry} />
      </h2>
      <p className="mt-1 text-sm" dir="auto">
        {entry.enteredBy} entered it {FROM_WORDS[entry.source]} of {sayDay(entry.receivedOn.toISOString(), 'en')}
        {entry.fileName !== null && <> ({entry.fileName})</>}
        {entry.isLate && <>, after the deadline of the call</>}.
      </p>
      <Consent entry={entry} />
      {mayAct && open && reachable && (
        <div className="mt-3">
          <Command
            action={mailLink}
            fields={{ reference }}
            label="Mail the link once more"
            done="A new link goes to the address that was given for them. It is confirmed when they follow it."
            className="px-3 text-sm"
          />
        </div>
      )}
      {mayAct && open && <ConsentForm reference={reference} noted={entry.consent.state === 'noted'} />}
      {entry.enteredById === userId && open && isCorrectable(status) && <Correct entry={entry} call={call} />}
      {blocker === null && isWithdrawable(status) && <WithdrawForm reference={reference} />}
    </section>
  );
}

function ConsentTag({ entry: { consent } }: { entry: Entry }) {
  if (consent.state === 'waiting') return <Tag tone="warn">Waits for confirmation</Tag>;
  return <Tag tone="ok">{consent.state === 'confirmed' ? 'Confirmed' : 'Consent noted'}</Tag>;
}

function Consent({ entry: { consent } }: { entry: Entry }) {
  if (consent.state === 'waiting')
    return (
      <p className="mt-1 text-sm">
        Its contributor has not agreed yet. Until then it can’t be published, and nothing of it can be decided on.
      </p>
    );
  const at = <Moment value={consent.at.toISOString()} locale="en" />;
  if (consent.state === 'confirmed')
    return <p className="mt-1 text-sm">Its contributor confirmed it themselves ({at}).</p>;
  return (
    <div className="mt-1 text-sm">
      <p>
        {consent.by} noted that its contributor agrees ({at}).
      </p>
      {consent.note === null ? (
        <p className="text-muted">Its contributor stays anonymous: only the editor who wrote it reads the note.</p>
      ) : (
        <p dir="auto" className="mt-1 border-s-2 border-rule ps-3 whitespace-pre-line">
          {consent.note}
        </p>
      )}
    </div>
  );
}

/** Only the editor who entered it: the form shows also what an anonymous contributor told them. */
function Correct({ entry, call }: { entry: Entry; call: string }) {
  return (
    <div className="mt-3">
      <Command
        action={open}
        fields={{ contribution: entry.contributionId, call }}
        label="Correct it on their behalf"
        done="Opened."
        className="px-3 text-sm"
      >
        {entry.consent.state === 'noted' && (
          <p className="text-sm text-muted">Another version waits for consent again.</p>
        )}
      </Command>
    </div>
  );
}
