import { LinkButton } from '@/app/ui/button';
import { ENTRY_SOURCE_WORDS } from '@/app/desk/words/entries';
import { Command } from '@/app/desk/parts/command';
import type { UnsentEntry } from '@/lib/contributions/on-behalf/entries';
import { sayDay } from '@/lib/platform/i18n/dates';
import { open } from './actions';

/** What the editor has begun to enter and not sent, each with the way back into the form. */
export function UnsentEntries({ entries }: { entries: readonly UnsentEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="unsent" className="mb-12">
      <h2 id="unsent" className="text-2xl">
        Begun and not sent
      </h2>
      <p className="mt-1 max-w-measure text-muted">
        Only you can open these, until another editor takes one over. They reach the queue once you send them.
      </p>
      <ul className="mt-4 border-t border-rule">
        {entries.map((entry) => (
          <li
            key={entry.contributionId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-rule py-4"
          >
            <span>
              <span className="block font-semibold" dir="auto">
                {entry.onBehalfOf ?? entry.fileName ?? 'No contributor named yet'}
              </span>
              <span className="block text-sm text-muted">
                {entry.onBehalfOf !== null && entry.fileName !== null
                  ? entry.fileName
                  : ENTRY_SOURCE_WORDS[entry.source]}
                , received on {sayDay(entry.receivedOn.toISOString(), 'en')} · call {entry.call}
              </span>
            </span>
            {entry.toPlace && (
              <LinkButton href={`/desk/contributions/new/${entry.contributionId}`} className="px-3 text-sm">
                Place its answers<span className="sr-only"> {entry.fileName}</span>
              </LinkButton>
            )}
            <Command
              action={open}
              fields={{ contribution: entry.contributionId, call: entry.call }}
              label={entry.toPlace ? 'Fill in the form without it' : 'Continue'}
              about={entry.onBehalfOf ?? entry.fileName ?? entry.call}
              done="Opened."
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
