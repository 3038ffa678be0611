import '@/app/globals.css';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { SiteFrame, frameMetadata } from '@/app/(site)/frame/site-frame';

type Props = LayoutProps<'/[locale]'>;

/**
 * Search engines must not list these pages, and other sites must not see their addresses. The policy is not
 * `no-referrer`: a form posted without JavaScript would then hide its origin, and Next refuses a server action whose
 * origin it can't compare.
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

/** The words that the form's script needs; the server renders all others. */
async function FormWords({ children }: { children: ReactNode }) {
  const { abuse, attachments, contribute, contributions, errors, common, facts, finding, questions, sharing } =
    await getMessages();
  const { share, purposes, comments } = sharing;
  const { anonymous, unnamed, groups, page } = contributions;
  const {
    earlier,
    start: { audience },
  } = contribute;
  return (
    <NextIntlClientProvider
      messages={{
        abuse,
        attachments: { form: attachments.form },
        contribute: { form: contribute.form, earlier, start: { audience } },
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
