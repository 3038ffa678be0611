import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { sendsMail } from '@/lib/notifications/transport';

export const metadata: Metadata = { title: 'Check your mail' };
export const dynamic = 'force-dynamic';

export default function LinkSentPage() {
  return (
    <>
      <Arrival>
        <PageHeader
          eyebrow="Sign in"
          title="Check your mail"
          lead={`If the address you gave belongs to an editor, a link is on its way to it. It works once, within ${SIGN_IN_MINUTES} minutes.`}
        />
      </Arrival>
      {!sendsMail() && (
        <Notice kind="info" title="This server sends no mail">
          No mail server is configured, so the link is printed on the server’s console and written into the folder
          “mail” of its data directory.
        </Notice>
      )}
      <p className="mt-8 max-w-measure">
        Nothing has come? Look among the unwanted mail, then{' '}
        <Link href="/sign-in" className="link">
          ask for another link
        </Link>
        . If that brings nothing either, your address may not be on the list: an admin can add it.
      </p>
    </>
  );
}
