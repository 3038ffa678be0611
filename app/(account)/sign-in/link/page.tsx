import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { browserCookie } from '@/app/server/oidc';
import { oidcSettings } from '@/lib/accounts/oidc/configured';
import { readConfirmation } from '@/lib/accounts/oidc/identities';
import { nextPath } from '@/lib/accounts/schema';
import { LinkForm } from './link-form';

// The address contains the link's secret, which must not reach any other page.
export const metadata: Metadata = { title: 'Confirm your account', referrer: 'strict-origin' };
// A build has no provider, and would keep that there is no such page.
export const dynamic = 'force-dynamic';

const link = z.object({ token: z.string().min(1).max(200), next: nextPath });

/** The page of the mailed link that makes an account at a provider a person's. Only the button uses the link up. */
export default async function ConfirmIdentityPage({ searchParams }: PageProps<'/sign-in/link'>) {
  const settings = oidcSettings();
  if (!settings) notFound();
  const parsed = link.safeParse(await searchParams);
  if (!parsed.success) redirect('/sign-in/problem?error=IdentityLink');
  const { token, next } = parsed.data;
  const asked = await readConfirmation({ token, browser: (await cookies()).get(browserCookie())?.value });
  if (asked === null) redirect('/sign-in/problem?error=IdentityLink');
  if (asked === 'other_browser') return <OtherBrowser provider={settings.name} />;
  return (
    <>
      <PageHeader
        eyebrow="Sign in"
        title="Is this your account?"
        lead={`You have just signed in with ${settings.name}. Confirm once that its account is yours.`}
      />
      <p className="mb-5">
        At the desk you are <strong>{asked.email}</strong>.
      </p>
      <LinkForm token={token} next={next} />
    </>
  );
}

function OtherBrowser({ provider }: { provider: string }) {
  return (
    <>
      <PageHeader
        eyebrow="Sign in"
        title="Please open this link in the other browser"
        lead={`It works only in the browser in which you signed in with ${provider}, so that a link that you did not ask for gives your account to no other person. Of several links only the newest works.`}
      />
      <p className="mb-8 max-w-measure">
        Copy the link from the mail and open it there. Or sign in with {provider} in this browser: another link is
        mailed to you then. If you have not signed in anywhere just now, leave the link alone and tell an admin.
      </p>
      <LinkButton href="/sign-in">Sign in here</LinkButton>
    </>
  );
}
