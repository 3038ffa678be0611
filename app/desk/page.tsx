import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { Notice } from '@/app/ui/notice';
import { currentActor, requireActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/policy';
import { listQueueChoices } from '@/lib/review/queue/choices';
import type { QueueReader } from '@/lib/review/queue/filter-sql';
import { countPublishedUndecided, readQueue } from '@/lib/review/queue/queue';
import type { QueueChoice } from '@/lib/review/queue/choices';
import { MINE, UNASSIGNED, WAITING } from '@/lib/review/queue/schema';
import type { QueueSort } from '@/lib/review/queue/schema';
import { listViews } from '@/lib/review/saved-views';
import { sayCount } from '@/lib/platform/text/say-count';
import { Tabs } from '@/app/desk/parts/tabs';
import { listTitle } from '@/app/desk/parts/titles';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { queueAddress, queueTabs, readQueueAddress, samePage } from './queue-address';
import type { QueueAddress } from './queue-address';
import { QueueFilters } from './queue-filters';
import { QueueSearch } from './queue-search';
import { QueueTable } from './queue-table';
import { PeoplesInterests } from '@/app/desk/parts/stated-interests';
import { SelectionForm } from './selection/selection-form';
import { KeepView, QueueViews } from './queue-views';
import { assigneeChoices, filtersInWords, filterWord, READY_WORD, SORT_WORDS } from '@/app/desk/words/queue';

/** The layout's title template applies only to pages below it, not to this one. */
const ownTitle = (title: string) => ({ absolute: `${title} · Desk` });

const readerOf = (actor: Actor): QueueReader => ({ seesContacts: can(actor, 'contact.read') });

export async function generateMetadata({ searchParams }: PageProps<'/desk'>): Promise<Metadata> {
  const address = readQueueAddress(await searchParams);
  const actor = await currentActor();
  if (!actor) return { title: ownTitle('Queue') };
  const { status, ready, sort, after } = address.filter;
  const filters = filtersInWords(address.parts, await listQueueChoices('en', readerOf(actor)), actor.userId).map(
    ({ words }) => words,
  );
  return {
    title: ownTitle(
      listTitle(
        'Queue',
        [
          ready ? READY_WORD : status ? CONTRIBUTION_STATUS_WORDS[status].word : 'All',
          ...filters,
          sort && sort !== 'newest' && SORT_WORDS[sort],
        ],
        after !== undefined,
      ),
    ),
  };
}

/**
 * The contributions that organisations sent, newest first. Every filter is in the address, so that a view can be
 * bookmarked and shared.
 */
export default async function QueuePage({ searchParams }: PageProps<'/desk'>) {
  const search = await searchParams;
  const address = readQueueAddress(search);
  const actor = await requireActor(samePage(address), 'contribution.read');
  const { userId } = actor;
  // A form also sends its empty fields: a redirect removes them from the address, which may be copied.
  if (Object.values(search).includes('')) redirect(samePage(address));
  const [page, choices, views] = await Promise.all([
    readQueue(address.filter, userId, readerOf(actor)),
    listQueueChoices('en', readerOf(actor)),
    listViews(userId),
  ]);
  return (
    <>
      <header className="-mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <h1 className="text-2xl">Queue</h1>
        <QueueSearch address={address} choices={choices} userId={userId} />
        <KeepView views={views} address={address} />
        {can(actor, 'contribution.enter') && (
          <Link href="/desk/contributions/new" className="link text-sm">
            Enter a contribution on behalf
          </Link>
        )}
      </header>
      <QueueViews views={views} address={address} />
      <Tabs label="Status" tabs={queueTabs(address, page.counts)} dense />
      <QueueFilters address={address} choices={choices} userId={userId} />
      {address.faulty.length > 0 && (
        <div className="mb-6">
          <Notice kind="warning" title="The address held a filter that can’t be read. It was left out.">
            <p>{address.faulty.map(filterWord).join(', ')}</p>
          </Notice>
        </div>
      )}
      <SelectionForm
        editors={assigneesFirst(choices.editors, userId)}
        any={page.rows.length > 0}
        decides={can(actor, 'contribution.decide')}
        ready={address.filter.ready === true}
        interests={
          <PeoplesInterests people={choices.editors.map(({ value, title }) => ({ userId: value, name: title }))} />
        }
      >
        {page.rows.length > 0 ? <QueueTable rows={page.rows} address={address} /> : <NothingHere address={address} />}
      </SelectionForm>
      <Pages address={address} next={page.next} />
    </>
  );
}

/** The editor themselves before all others. */
const assigneesFirst = (editors: readonly QueueChoice[], userId: string): QueueChoice[] =>
  assigneeChoices(editors, userId)
    .filter(({ value }) => value !== UNASSIGNED)
    .map((choice) => (choice.value === MINE ? { ...choice, value: userId } : choice));

const NEXT_PAGE: Record<QueueSort, string> = {
  newest: 'Older contributions',
  oldest: 'Newer contributions',
  changed: 'Changed earlier',
  promised: 'Promised later',
};

function Pages({ address, next }: { address: QueueAddress; next: string | null }) {
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap items-center gap-6">
      {address.filter.after && (
        <Link href={queueAddress(address, {})} className="link">
          Back to the first page
        </Link>
      )}
      {next && (
        <LinkButton href={queueAddress(address, { after: next })} variant="secondary">
          {NEXT_PAGE[address.filter.sort ?? 'newest']}
        </LinkButton>
      )}
    </nav>
  );
}

async function NothingHere({ address: { filter } }: { address: QueueAddress }) {
  const { status, ready, sort: _, after: __, q, ...filters } = filter;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  if (q !== undefined) {
    return (
      <EmptyState title="Nothing holds these words">
        Look in another status, take a filter away, or use fewer words. What is searched is the reference, all that was
        written, and who wrote it, unless they chose to be anonymous.
      </EmptyState>
    );
  }
  if (filtered)
    return <EmptyState title="Nothing under these filters">Look in another status, or take a filter away.</EmptyState>;
  if (ready)
    return (
      <EmptyState title="Nothing is ready to be published">
        A submitted contribution comes here once all it proposes is decided, and nothing else hinders publication.
      </EmptyState>
    );
  const { count, more } = status === WAITING ? await countPublishedUndecided() : { count: 0, more: false };
  if (count > 0)
    return (
      <EmptyState title="No contribution waits to be published">
        Proposed values wait for a decision in{' '}
        <Link href="/desk?status=published" className="link">
          {more ? `more than ${count} published contributions` : sayCount(count, 'published contribution')}
        </Link>
        .
      </EmptyState>
    );
  return <EmptyState title="Nothing here">As soon as a contribution reaches this state, it is listed here.</EmptyState>;
}
