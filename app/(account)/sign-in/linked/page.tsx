import type { Metadata } from 'next';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { nextPath } from '@/lib/accounts/schema';

export const metadata: Metadata = { title: 'Your account is linked' };

/** After the mailed link was confirmed: the next sign-in at the provider leads to the desk. */
export default async function IdentityLinkedPage({ searchParams }: PageProps<'/sign-in/linked'>) {
  const next = nextPath.parse((await searchParams).next);
  return (
    <>
      <PageHeader eyebrow="Sign in" title="Your account is linked" lead="From now on you sign in with it directly." />
      <LinkButton href={`/sign-in/oidc?${new URLSearchParams({ next })}`}>Sign in now</LinkButton>
    </>
  );
}
