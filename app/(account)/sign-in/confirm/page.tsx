import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Button } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { currentActor } from '@/app/server/session';
import { emailAddress, nextPath } from '@/lib/accounts/schema';
import { isUsableSignInLink } from '@/lib/accounts/sign-in';

// The address contains the link's secret, which must not reach any other page.
export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };

const link = z.object({ email: emailAddress, token: z.string().min(1).max(200), next: nextPath });

/** The page that the mailed link opens. Only the button uses the link up, so that a program that checks links can't. */
export default async function ConfirmSignInPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const parsed = link.safeParse(await searchParams);
  if (!parsed.success) redirect('/sign-in/expired');
  const { email, token, next } = parsed.data;
  if ((await currentActor())?.email === email) redirect(next);
  if (!(await isUsableSignInLink(email, token))) redirect('/sign-in/expired');
  return (
    <>
      <PageHeader eyebrow="Sign in" title="Welcome back" lead="One click, and you are at the desk." />
      {/* next-auth takes the link by GET, so this form uses GET. */}
      <form action="/api/auth/callback/email" method="get">
        <input type="hidden" name="callbackUrl" value={next} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <p className="mb-5">
          You are signing in as <strong>{email}</strong>.
        </p>
        <Button type="submit">Sign in</Button>
      </form>
    </>
  );
}
