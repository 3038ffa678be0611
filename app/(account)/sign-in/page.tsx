import { redirect } from 'next/navigation';
import { Notice } from '@/app/ui/notice';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { currentActor, hasUnknownSession, refusalOfNobody } from '@/app/server/session';
import { oidcSettings } from '@/lib/accounts/oidc/configured';
import { nextPath } from '@/lib/accounts/schema';
import { sentenceForSignIn, signInError } from './error-words';
import { SignInForm } from './sign-in-form';

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: wanted, error } = await searchParams;
  const next = nextPath.parse(wanted);
  if (await currentActor()) redirect(next);
  // Redirects only once: a browser that keeps the cookie must still see this page.
  if (error === undefined && (await hasUnknownSession())) redirect(`/sign-in/ended?${new URLSearchParams({ next })}`);
  const provider = oidcSettings();
  return (
    <>
      <PageHeader eyebrow="For editors" title="Sign in" lead={leadOf(provider)} />
      {(await refusalOfNobody()) === 'account_removed' && (
        <div className="mb-8">
          <Notice kind="warning" title="Your account has been removed from the desk">
            No link will be mailed to it. What you decided stays recorded in your name. An admin can tell you why, and
            add you again.
          </Notice>
        </div>
      )}
      {error !== undefined && (
        <div className="mb-8">
          <Notice
            kind="warning"
            title={signInError(error) === 'SessionRequired' ? 'You are signed out' : 'Signing in did not work'}
          >
            {sentenceForSignIn(signInError(error))}
          </Notice>
        </div>
      )}
      {provider && (
        <p className="mb-8">
          <LinkButton
            href={`/sign-in/oidc?${new URLSearchParams({ next })}`}
          >{`Sign in with ${provider.name}`}</LinkButton>
        </p>
      )}
      {!provider?.only && <SignInForm next={next} />}
      <p className="mt-12 max-w-measure text-sm text-muted">
        Contributors need no account. To follow your contribution, open the private link you were given when you began
        it.
      </p>
    </>
  );
}

function leadOf(provider: ReturnType<typeof oidcSettings>): string {
  if (!provider) return 'There is no password: give your address, and a link that works once is mailed to you.';
  if (provider.only) return `With your account at ${provider.name}. The first time, a link is mailed to you as well.`;
  return `With your account at ${provider.name}, or by a link that works once and is mailed to your address.`;
}
