import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { z } from 'zod';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { Tabs } from '@/app/desk/parts/tabs';
import { listTitle } from '@/app/desk/parts/titles';
import { MAIL_STATUS_WORDS } from '@/app/desk/words/mails';
import { countMails, listMails } from '@/lib/notifications/outbox-list';
import type { OutboxFilter } from '@/lib/notifications/outbox-list';
import { MAIL_STATUSES } from '@/lib/notifications/state';
import { countQueue } from '@/lib/review/queue/queue';
import { sayCount } from '@/lib/platform/text/say-count';
import { REFERENCE } from '@/lib/platform/reference';
import { MailTable } from './mail-table';
import { DraftSelection, RetryAll } from './selection';

export async function generateMetadata({ searchParams }: PageProps<'/desk/mail'>): Promise<Metadata> {
  const { status, contribution, after } = address.parse(await searchParams);
  return { title: listTitle('Mail', [MAIL_STATUS_WORDS[status].word, contribution], after !== undefined) };
}

const address = z.object({
  status: z.enum(MAIL_STATUSES).catch('draft'),
  contribution: z.string().regex(REFERENCE).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});

const addressOf = ({ status, reference, after }: OutboxFilter) =>
  `/desk/mail?${new URLSearchParams({ status, ...(reference && { contribution: reference }), ...(after && { after }) })}`;

/** The outbox. Mails on decisions are drafts until an editor has read them; all others are sent automatically. */
export default async function MailPage({ searchParams }: PageProps<'/desk/mail'>) {
  const { status, contribution: reference, after } = address.parse(await searchParams);
  await requireActor(addressOf({ status, reference }), 'mail.read');
  const [{ mails, next }, counts] = await Promise.all([listMails({ status, reference, after }), countMails(reference)]);
  const tabs = MAIL_STATUSES.map((one) => ({
    href: addressOf({ status: one, reference }),
    label: MAIL_STATUS_WORDS[one].word,
    count: counts[one].toLocaleString('en'),
    current: one === status,
  }));
  const table = <MailTable mails={mails} selectable={status === 'draft'} />;
  return (
    <>
      <DeskTitle
        title="Mail"
        lead="Mails about decisions wait here until an editor has read them. All others are sent automatically."
      >
        {reference ? <OfOne reference={reference} /> : <Unreached />}
      </DeskTitle>
      <Tabs label="Status" tabs={tabs} />
      {status === 'failed' && <RetryAll any={mails.length > 0} />}
      {status === 'draft' ? (
        <DraftSelection drafts={mails.map(({ id }) => id)}>{table}</DraftSelection>
      ) : (
        mails.length > 0 && table
      )}
      {mails.length === 0 && <EmptyState title={EMPTY[status]} />}
      {next && (
        <p className="mt-6">
          <LinkButton href={addressOf({ status, reference, after: next })} variant="secondary">
            Older mails
          </LinkButton>
        </p>
      )}
    </>
  );
}

/** How many contributors no mail reaches before they confirm their address, with a link to exactly these. */
async function Unreached() {
  const counts = Object.values(await countQueue({ unconfirmed: true }));
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const more = counts.some((one) => one.more);
  return (
    <p className="mt-3 text-sm">
      No mail reaches{' '}
      <Link href="/desk?status=all&unconfirmed=1" className="link">
        {more && 'more than '}
        {sayCount(count, 'contributor')}
      </Link>{' '}
      before they confirm the address.
    </p>
  );
}

function OfOne({ reference }: { reference: string }) {
  return (
    <p className="mt-3 text-sm text-muted">
      Only mails to the contact of{' '}
      <Link href={`/desk/contributions/${reference}`} className="link">
        {reference}
      </Link>
      .{' '}
      <Link href="/desk/mail" className="link">
        Show all mails
      </Link>
    </p>
  );
}

const EMPTY = {
  draft:
    'No mail waits to be read. Decide on a contribution whose author left an address, and the mail to them appears here.',
  queued: 'No mail waits to leave.',
  sending: 'No mail is leaving at this moment.',
  sent: 'No mail has been sent yet.',
  failed: 'No mail has failed.',
  discarded: 'No draft has been cancelled.',
};
