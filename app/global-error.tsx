'use client';

import './globals.css';
import common from '@/lib/i18n/messages/en/common.json';
import notfound from '@/lib/i18n/messages/en/notfound.json';
import { pathsIn } from '@/lib/i18n/paths';
import { routing } from '@/lib/i18n/routing';
import { type Failure, FailureWords } from './_components/failure-words';
import { Sheet } from './_components/sheet';

/** When even a layout failed. Nothing here reads the catalogue on the server: that may be what failed. */
export default function GlobalError(failure: Failure) {
  const locale = routing.defaultLocale;
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <title>{notfound.failed.title}</title>
        <Sheet home={{ href: pathsIn(locale).home, label: common.wordmark.home }} wordmark={common.wordmark}>
          <FailureWords {...failure} />
        </Sheet>
      </body>
    </html>
  );
}
