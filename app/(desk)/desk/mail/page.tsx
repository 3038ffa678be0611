import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { LinkButton } from '@/app/_components/button';
import { EmptyState } from '@/app/_components/empty-state';
import { Cell, ColumnHead, RowHead, Table } from '@/app/_components/table';
import { Tag } from '@/app/_components/tag';
import { requireActor } from '@/app/_server/session';
import { sayMoment } from '@/lib/i18n/dates';
import { countMails, listMails } from '@/lib/mail/outbox/queries';
import type { OutboxMail } from '@/lib/mail/outbox/queries';
import { MAIL_STATUSES } from '@/lib/mail/state';
import { DeskTitle } from '@/app/(desk)/desk/_parts/desk-title';
import { Tabs } from '@/app/(desk)/desk/_parts/tabs';
import { MAIL_WORDS, mailKindWords } from '@/app/(desk)/desk/_parts/words';

export const metadata: Metadata = { title: 'Mail' };

const address = z.object({ status: z.enum(MAIL_STATUSES).catch('draft'), after: z.uuid().optional().catch(undefined) });

/** The outbox. Mails on decisions are drafts until an editor has read them; all others leave by themselves. */
export default async function MailPage({ searchParams }: PageProps<'/desk/mail'>) {
  const { status, after } = address.parse(await searchParams);
  await requireActor(`/desk/mail?status=${status}`);
  const [{ mails, next }, counts] = await Promise.all([listMails(status, after), countMails()]);
  const tabs = MAIL_STATUSES.map((one) => ({ href: `/desk/mail?status=${one}`, label: MAIL_WORDS[one].word, count: counts[one].toLocaleString('en'), current: one === status }));
  return (
    <>
      <DeskTitle title="Mail" lead="Mails about decisions wait here until an editor has read them. All others leave by themselves." />
      <Tabs label="Status" tabs={tabs} />
      {mails.length > 0 ? <MailTable mails={mails} /> : <EmptyState title={EMPTY[status]} />}
      {next && (
        <p className="mt-6">
          <LinkButton href={`/desk/mail?status=${status}&after=${next}`} variant="secondary">
            Older mails
          </LinkButton>
        </p>
      )}
    </>
  );
}

const EMPTY = {
  draft: 'No mail waits to be read. Decide on a contribution whose author left an address, and the mail to them appears here.',
  queued: 'No mail waits to leave.',
  sending: 'No mail is leaving at this moment.',
  sent: 'No mail has been sent yet.',
  failed: 'No mail has failed.',
  discarded: 'No draft has been dropped.',
};

function MailTable({ mails }: { mails: readonly OutboxMail[] }) {
  return (
    <Table id="mails" caption="Mails" captionHidden>
      <thead>
        <tr>
          <ColumnHead>Mail</ColumnHead>
          <ColumnHead>To</ColumnHead>
          <ColumnHead className="max-md:hidden">Since</ColumnHead>
          <ColumnHead>State</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <RowHead>
              <Link href={`/desk/mail/${mail.id}`} className="link">
                {mailKindWords(mail.kind)}
              </Link>
            </RowHead>
            <Cell>{mail.reference ? <Link href={`/desk/contributions/${mail.reference}`}>{mail.reference}</Link> : mail.to}</Cell>
            <Cell className="whitespace-nowrap max-md:hidden">
              <time dateTime={mail.statusAt.toISOString()}>{sayMoment(mail.statusAt.toISOString(), 'en')}</time>
            </Cell>
            <Cell>
              <Tag tone={MAIL_WORDS[mail.status].tone}>{MAIL_WORDS[mail.status].word}</Tag>
              {mail.waitsForConfirmation && <span className="block text-muted">Waits for the address to be confirmed</span>}
              {mail.lastError && <span className="block text-muted wrap-anywhere">{mail.lastError}</span>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
