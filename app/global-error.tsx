'use client';

import './site.css';
import notfound from '@/lib/platform/i18n/messages/en/notfound.json';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { type Failure, FailureWords } from '@/app/ui/failure-words';
import { Sheet } from '@/app/ui/sheet';

/** For failures in the layout itself. It does not read the catalogue on the server, because that may have failed. */
export default function GlobalError(failure: Failure) {
  const locale = routing.defaultLocale;
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <title>{notfound.failed.title}</title>
        <Sheet home={{ href: pathsIn(locale).home, label: notfound.home }} name="">
          <FailureWords {...failure} />
        </Sheet>
      </body>
    </html>
  );
}
