import type { Metadata } from 'next';
import { LinkButton } from '@/app/ui/button';
import { MissingPage } from '@/app/ui/missing-page';
import { PageHeader } from '@/app/ui/page-header';

export const metadata: Metadata = { title: 'This link no longer works' };

// Static, because only a static page can answer 404 and say why to a browser without JavaScript.
export const dynamic = 'force-static';

/** The page for a sign-in link that can't be used any more. */
export default function ExpiredLinkPage() {
  return <MissingPage words={<Words />} />;
}

function Words() {
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
