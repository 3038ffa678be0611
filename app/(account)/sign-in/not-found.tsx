import { LinkButton } from '@/app/_components/button';
import { PageHeader } from '@/app/_components/page-header';

/** A sign-in link that leads nowhere; answered with status 404. */
export default function LinkNotUsable() {
  return (
    <>
      <PageHeader
        eyebrow="Sign in"
        title="This link no longer works"
        lead="A sign-in link works once and for half an hour. This one has been used, has expired, or was cut when it was copied."
      />
      <LinkButton href="/sign-in">Send a new one</LinkButton>
    </>
  );
}
