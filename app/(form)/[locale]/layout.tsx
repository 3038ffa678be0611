import '@/app/globals.css';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteFrame, frameMetadata } from '@/app/(site)/frame/site-frame';

type Props = LayoutProps<'/[locale]'>;

/**
 * Nobody finds these pages by a search engine, and no other site learns that someone comes from one. Not `no-referrer`: a form
 * posted without JavaScript would then hide its origin, and Next refuses a server action whose origin it can't compare.
 */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { ...(await frameMetadata(params)), robots: { index: false, follow: false }, referrer: 'same-origin' };
}

export default async function FormLayout({ children, params }: Props) {
  return (
    <SiteFrame params={params}>
      <FormWords>{children}</FormWords>
    </SiteFrame>
  );
}

/** The words that the form's own script needs; everything else is said by the server. */
async function FormWords({ children }: { children: ReactNode }) {
  const { abuse, attachments, contribute, contributions, errors, common, facts, finding, questions, sharing } =
    await getMessages();
  const { share, purposes, comments } = sharing;
  const { anonymous, unnamed, groups, page } = contributions;
  return (
    <NextIntlClientProvider
      messages={{
        abuse,
        attachments: { form: attachments.form },
        contribute: { form: contribute.form },
        contributions: { anonymous, unnamed, groups, page },
        errors,
        common: { values: common.values },
        facts,
        finding,
        questions,
        sharing: { share, purposes, comments },
      }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
