import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { MessagePlace } from '@/app/ui/message-place';
import { EmptyState } from '@/app/ui/empty-state';
import { can } from '@/lib/accounts/policy';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { filtersInWords, SORT_WORDS } from '@/app/desk/words/queue';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { listQueueChoices } from '@/lib/review/queue/choices';
import type { QueueChoices } from '@/lib/review/queue/choices';
import { readFilter } from '@/lib/review/queue/schema';
import { listViews } from '@/lib/review/saved-views';
import type { View } from '@/lib/review/saved-views';
import { remove, rename } from './actions';
import { NameForm } from './name-form';

export const metadata: Metadata = { title: 'Your views' };

/** An editor's saved views of the queue: other editors do not see them. */
export default async function ViewsPage() {
  const actor = await requireActor('/desk/views', 'account.manage_own');
  const { userId } = actor;
  const [views, choices] = await Promise.all([
    listViews(userId),
    listQueueChoices('en', { seesContacts: can(actor, 'contact.read') }),
  ]);
  return (
    <>
      <DeskTitle
        title="Your views"
        lead="Filters of the queue that you keep under a name. They are your own; to show one to a colleague, pass on its address."
      />
      <MessagePlace>
        {views.length === 0 && (
          <EmptyState title="You keep no view yet">
            Filter the queue as you need it, then choose “Keep this view”.{' '}
            <Link href="/desk" className="link">
              To the queue
            </Link>
          </EmptyState>
        )}
        <ul>
          {views.map((view) => (
            <li key={view.id} className="border-b border-rule py-5 first:border-t">
              <ViewEntry view={view} shows={viewInWords(view.query, choices, userId)} />
            </li>
          ))}
        </ul>
      </MessagePlace>
    </>
  );
}

function ViewEntry({ view: { id, name, query }, shows }: { view: View; shows: string }) {
  return (
    <>
      <h2 className="text-xl">
        <Link href={query === '' ? '/desk' : `/desk?${query}`} className="link" dir="auto">
          {name}
        </Link>
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">{shows}</p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <NameForm
          key={name}
          action={rename}
          fields={{ id }}
          id={`name-${id}`}
          label="Name"
          name={name}
          button="Rename"
          about={`“${name}”`}
          done="Renamed."
        />
        <Command action={remove} fields={{ id }} label="Remove" done="Removed." about={name} />
      </div>
    </>
  );
}

function viewInWords(query: string, choices: QueueChoices, userId: string): string {
  const { parts, filter } = readFilter(Object.fromEntries(new URLSearchParams(query)));
  const status = filter.status ? CONTRIBUTION_STATUS_WORDS[filter.status].word : 'All';
  return [
    status,
    ...filtersInWords(parts, choices, userId).map(({ words }) => words),
    SORT_WORDS[filter.sort ?? 'newest'],
  ].join(' · ');
}
