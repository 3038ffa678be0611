import { Link } from '@/app/ui/link';
import { Notice } from '@/app/ui/notice';
import { countMails } from '@/lib/notifications/outbox-list';

/**
 * Mails that the contributor has not received: undelivered ones, and drafts not sent yet. Nothing where there are none.
 */
export async function MailLine({ reference }: { reference: string }) {
  const { failed, draft } = await countMails(reference);
  const address = (status: string) => `/desk/mail?${new URLSearchParams({ status, contribution: reference })}`;
  return (
    <>
      {failed > 0 && (
        <div className="w-full py-1">
          <Notice
            kind="warning"
            title={
              failed === 1
                ? 'A mail to the contributor could not be delivered.'
                : `${failed} mails to the contributor could not be delivered.`
            }
          >
            <Link href={address('failed')} className="link">
              See why, and try again
            </Link>
          </Notice>
        </div>
      )}
      {draft > 0 && (
        <p className="text-sm text-muted">
          {draft === 1 ? 'A mail to the contributor waits' : `${draft} mails to the contributor wait`} to be read and
          sent.{' '}
          <Link href={address('draft')} className="link">
            Read {draft === 1 ? 'it' : 'them'}
          </Link>
        </p>
      )}
    </>
  );
}
