'use client';

import { useParams } from 'next/navigation';
import notfound from '@/lib/platform/i18n/messages/en/notfound.json';
import { routing } from '@/lib/platform/i18n/routing';
import { Button } from './button';
import { PageHeader } from './page-header';

/** The browser gets only these words, not a catalogue; a language without them yet uses the first. */
const words: Record<string, typeof notfound.failed> = { en: notfound.failed };

export type Failure = { error: Error & { digest?: string }; retry: () => void };

/**
 * The message for a failed page: what to do, and the number of the log entry with the cause. Never the exception's
 * message.
 */
export function FailureWords({ error, retry }: Failure) {
  const { locale } = useParams<{ locale?: string }>();
  const {
    title,
    lead,
    retry: again,
    reference,
  } = words[locale ?? ''] ?? words[routing.defaultLocale] ?? notfound.failed;
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Button onClick={retry}>{again}</Button>
      {error.digest && <p className="mt-6 text-sm text-muted">{reference.replace('{digest}', error.digest)}</p>}
    </>
  );
}
