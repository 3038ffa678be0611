import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { sentenceForSignIn, signInError } from '@/app/(account)/sign-in/error-words';

export const metadata: Metadata = { title: 'Signing in did not work' };

/** The page for a link that could not sign the user in. */
export default async function SignInProblemPage({ searchParams }: PageProps<'/sign-in/problem'>) {
  const error = signInError((await searchParams).error);
  if (error === 'Verification') redirect('/sign-in/expired');
  return (
    <>
      <PageHeader eyebrow="Sign in" title="Signing in did not work" lead={sentenceForSignIn(error)} />
      <LinkButton href="/sign-in">Back to signing in</LinkButton>
    </>
  );
}
