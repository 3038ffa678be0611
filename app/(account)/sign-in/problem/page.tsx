import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/_components/button';
import { PageHeader } from '@/app/_components/page-header';

export const metadata: Metadata = { title: 'Signing in did not work' };

const WORDS: Record<string, string> = {
  AccessDenied: 'This address is not, or no longer, on the list of editors. An admin can change that.',
  EmailSignin: 'The mail with the link could not be sent. Please try again in a few minutes.',
};

/** Where next-auth sends whoever it could not sign in. */
export default async function SignInProblemPage({ searchParams }: PageProps<'/sign-in/problem'>) {
  const { error } = await searchParams;
  if (error === 'Verification') redirect('/sign-in/expired');
  const words = WORDS[String(error)] ?? 'Something went wrong on our side. Please ask for a new link and try again.';
  return (
    <>
      <PageHeader eyebrow="Sign in" title="Signing in did not work" lead={words} />
      <LinkButton href="/sign-in">Back to signing in</LinkButton>
    </>
  );
}
