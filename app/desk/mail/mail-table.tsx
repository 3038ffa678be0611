import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import { DraftBox } from './selection';
import { Tag } from '@/app/ui/tag';
import { MAIL_STATUS_WORDS, mailKindWords } from '@/app/desk/words/mails';
import { sayMoment } from '@/lib/platform/i18n/dates';
import type { OutboxMail } from '@/lib/notifications/outbox-list';

/** Mails of one status, each with a box if several can be sent at once. */
export function MailTable({ mails, selectable }: { mails: readonly OutboxMail[]; selectable: boolean }) {
  return (
    <Table id="mails" caption="Mails" captionHidden>
      <thead>
        <tr>
          {selectable && (
            <ColumnHead>
              <span className="sr-only">Send it</span>
            </ColumnHead>
          )}
          <ColumnHead>Mail</ColumnHead>
          <ColumnHead>To</ColumnHead>
          <ColumnHead className="max-md:hidden">Since</ColumnHead>
          <ColumnHead>State</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} selectable={selectable} />
        ))}
      </tbody>
    </Table>
  );
}

function MailRow({ mail, selectable }: { mail: OutboxMail; selectable: boolean }) {
  return (
    <tr>
      {selectable && (
        <Cell>
          <label className="flex min-h-8 min-w-8 cursor-pointer items-center">
            <DraftBox id={mail.id} />
            <span className="sr-only">
              {mailKindWords(mail.kind)}, {mail.to || 'A draft that was not sent'}
            </span>
          </label>
        </Cell>
      )}
      <RowHead>
        <Link href={`/desk/mail/${mail.id}`} className="link">
          {mailKindWords(mail.kind)}
        </Link>
        {mail.subject !== '' && (
          <span dir="auto" className="block font-normal">
            {mail.subject}
          </span>
        )}
      </RowHead>
      <Cell>
        {mail.organisation && (
          <span dir="auto" className="block">
            {mail.organisation}
          </span>
        )}
        {mail.reference ? (
          <Link href={`/desk/contributions/${mail.reference}`}>{mail.reference}</Link>
        ) : (
          mail.to || 'A draft that was not sent'
        )}
      </Cell>
      <Cell className="whitespace-nowrap max-md:hidden">
        <time dateTime={mail.statusAt.toISOString()}>{sayMoment(mail.statusAt.toISOString(), 'en')}</time>
      </Cell>
      <Cell>
        <Tag tone={MAIL_STATUS_WORDS[mail.status].tone}>{MAIL_STATUS_WORDS[mail.status].word}</Tag>
        {mail.status === 'draft' && mail.withPublication && (
          <span className="block text-muted">Scheduled with the publication</span>
        )}
        {mail.status === 'draft' && mail.sendAfter && (
          <span className="block text-muted">
            Scheduled for{' '}
            <time dateTime={mail.sendAfter.toISOString()}>{sayMoment(mail.sendAfter.toISOString(), 'en')}</time>
          </span>
        )}
        {mail.cannotLeave && <span className="block">Can’t be sent: the address is not confirmed</span>}
        {mail.waitsForConfirmation && <span className="block text-muted">Waits for the address to be confirmed</span>}
        {mail.lastError && <span className="block text-muted wrap-anywhere">{mail.lastError}</span>}
      </Cell>
    </tr>
  );
}
