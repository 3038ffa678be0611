import '@/app/globals.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Sheet } from '@/app/ui/sheet';

export const metadata: Metadata = {
  title: { default: 'Sign in', template: '%s · BPF Contributions' },
  robots: { index: false, follow: false },
};

/** The sign-in pages are for editors, so they have neither the site's frame nor its languages. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <Sheet
          home={{ href: '/en', label: 'BPF Contributions, home page' }}
          wordmark={{ first: 'BPF', second: 'Contributions' }}
        >
          {children}
        </Sheet>
      </body>
    </html>
  );
}
