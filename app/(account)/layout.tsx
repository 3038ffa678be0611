import '@/app/form.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ContactLine } from '@/app/(site)/frame/contact-line';
import { Sheet } from '@/app/ui/sheet';
import { cachedSettings } from '@/lib/platform/settings/cached-settings';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName } = await cachedSettings();
  return { title: { default: 'Sign in', template: `%s · ${siteName}` }, robots: { index: false, follow: false } };
}

/** The sign-in pages are for editors, so they have neither the site's frame nor its languages. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { siteName } = await cachedSettings();
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <Sheet
          home={{ href: '/en', label: `${siteName}, home page` }}
          name={siteName}
          foot={<ContactLine locale="en" />}
        >
          {children}
        </Sheet>
      </body>
    </html>
  );
}
