import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/**
 * Nobody finds these pages by a search engine, and no other site learns that someone comes from one. Not `no-referrer`: a form
 * posted without JavaScript would then hide its origin, and Next refuses a server action whose origin it can't compare.
 */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' };

/** The words that the form's own script needs; everything else is said by the server. */
export default async function ContributeLayout({ children }: { children: ReactNode }) {
  const { abuse, attachments, contribute, contributions, errors, common, finding, sharing } = await getMessages();
  const { share, purposes, comments } = sharing;
  const { anonymous, unnamed, groups, page } = contributions;
  const { values, spaces, bindingNatures, facts } = common;
  return (
    <NextIntlClientProvider
      messages={{
        abuse,
        attachments: { form: attachments.form },
        contribute: { form: contribute.form },
        contributions: { anonymous, unnamed, groups, page },
        errors,
        common: { values, spaces, bindingNatures, facts },
        finding,
        sharing: { share, purposes, comments },
      }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
