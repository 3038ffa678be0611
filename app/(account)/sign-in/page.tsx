import { redirect } from 'next/navigation';
import { PageHeader } from '@/app/_components/page-header';
import { currentActor } from '@/app/_server/session';
import { nextPath } from '@/lib/auth/schema';
import { SignInForm } from './sign-in-form';

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = nextPath.parse((await searchParams).next);
  if (await currentActor()) redirect(next);
  return (
    <>
      <PageHeader eyebrow="For editors" title="Sign in" lead="There is no password: give your address, and a link that works once is mailed to you." />
      <SignInForm next={next} />
      <p className="mt-12 max-w-measure text-sm text-muted">
        Contributors need no account. To follow your contribution, open the private link you were given when you began it.
      </p>
    </>
  );
}
