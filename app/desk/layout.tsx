import '@/app/desk.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { currentActor } from '@/app/server/session';
import { DeskFooter } from './desk-footer';
import { DeskHeader } from './desk-header';

export const metadata: Metadata = {
  title: { default: 'Desk', template: '%s · Desk' },
  robots: { index: false, follow: false },
};

/**
 * The editors' frame. Its pages redirect visitors who are not signed in to the sign-in page; to them the frame shows no
 * data of the desk.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <html lang="en">
      <body className="desk flex min-h-dvh flex-col">
        <a href="#content" className="skip-link">
          Skip to content
        </a>
        {actor && <DeskHeader actor={actor} />}
        <main id="content" tabIndex={-1} className="page w-full grow pt-8 pb-20 focus:outline-none">
          {children}
        </main>
        {actor && <DeskFooter />}
      </body>
    </html>
  );
}
