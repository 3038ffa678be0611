import type { Metadata } from 'next';
import { PageHeader } from '@/app/ui/page-header';
import { Link } from '@/app/ui/link';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';

export const metadata: Metadata = { title: 'One mail, this first time' };

/** After the first sign-in at a provider: its account waits for the mailed link. */
export default function IdentityLinkSentPage() {
  return (
    <>
      <PageHeader
        eyebrow="Sign in"
        title="One mail, this first time"
        lead={`To be sure that this account is yours, we have mailed a link to your address at the desk. Open it in this browser within ${SIGN_IN_MINUTES} minutes. From then on you sign in directly.`}
      />
      <p className="mt-8 max-w-measure">
        Nothing has come? Look among the unwanted mail, then{' '}
        <Link href="/sign-in" className="link">
          sign in again
        </Link>{' '}
        for another link.
      </p>
    </>
  );
}
