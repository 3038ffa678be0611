import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { Notice } from '@/app/_components/notice';
import { requireActor } from '@/app/_server/session';
import { listCalls } from '@/lib/calls/queries';
import { countQueue, listQueue } from '@/lib/review/queue/queries';
import { DeskTitle } from './_parts/desk-title';
import { Tabs } from './_parts/tabs';
import { queueAddress, queueTabs, readQueueAddress } from './queue-address';
import { QueueSearch } from './queue-search';
import { QueueTable } from './queue-table';

export const metadata: Metadata = { title: 'Queue' };

/** What organisations have sent, newest first. Every filter is in the address, so that a view can be kept and passed on. */
export default async function QueuePage({ searchParams }: PageProps<'/desk'>) {
  const address = readQueueAddress(await searchParams);
  await requireActor(queueAddress(address, {}));
  const { call, q } = address.filter;
  const [page, counts, calls] = await Promise.all([listQueue(address.filter), countQueue({ call, q }), listCalls('en')]);
  const next = page.next && queueAddress(address, { after: page.next });
  return (
    <>
      <DeskTitle title="Queue" lead="Contributions, the newest first. Opening one claims nothing: two editors can look at the same time." />
      <QueueSearch address={address} calls={calls.map(({ slug, texts }) => ({ slug, title: texts.title }))} />
      <Tabs label="Status" tabs={queueTabs(address, counts)} />
      {address.faulty && <Notice kind="warning" title="The address held a filter that does not exist. It was left out." />}
      {page.rows.length > 0 ? <QueueTable rows={page.rows} /> : <NothingHere searched={q !== undefined} more={next !== null} />}
      <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-6">
        {address.filter.after && (
          <Link href={queueAddress(address, { after: undefined })} className="link">
            Back to the newest
          </Link>
        )}
        {next && (
          <LinkButton href={next} variant="secondary">
            Older contributions
          </LinkButton>
        )}
      </nav>
    </>
  );
}

function NothingHere({ searched, more }: { searched: boolean; more: boolean }) {
  if (searched && more) return <EmptyState title="None among these">There are older contributions in which the words have not been looked for yet.</EmptyState>;
  if (searched) return <EmptyState title="Nothing holds these words">Look in another status, or use fewer words. What is searched is the reference and all that was written, not who wrote it.</EmptyState>;
  return <EmptyState title="Nothing here">As soon as a contribution reaches this state, it is listed here.</EmptyState>;
}
