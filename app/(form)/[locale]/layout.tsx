import '@/app/form.css';
import type { Metadata } from 'next';
import { FormWords } from '@/app/(form)/form/form-words';
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
    <SiteFrame params={params} compact>
      <FormWords>{children}</FormWords>
    </SiteFrame>
  );
}
