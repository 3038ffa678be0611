'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import { Notice } from '@/app/ui/notice';
import { isSending } from '@/app/ui/use-sending';
import { BEAT_SECONDS } from '@/lib/review/presence/constants';
import { meanwhile, movedOneself } from '@/lib/review/presence/review-snapshot';
import type { Meanwhile, ReviewSnapshot } from '@/lib/review/presence/review-snapshot';

type Heard = { others: string[]; snapshot: ReviewSnapshot };
type PresenceLineProps = { reference: string; userId: string; /** As the page shows it. */ snapshot: ReviewSnapshot };

/**
 * Which other editors have this contribution open, and what they have decided since this page was rendered. Polled
 * while the page is visible.
 */
export function PresenceLine({ reference, userId, snapshot }: PresenceLineProps) {
  const { heard, signedOut } = usePresence(reference);
  const news = heard && meanwhile(snapshot, heard.snapshot, userId);
  const { refresh } = useRouter();
  const isBehind = heard !== null && movedOneself(snapshot, heard.snapshot, userId);
  useEffect(() => {
    if (isBehind) startTransition(refresh);
  }, [isBehind, refresh]);
  return (
    <div className="no-print">
      <p role="status" className="text-sm">
        {heard &&
          heard.others.length > 0 &&
          `${inWords(heard.others)} ${heard.others.length === 1 ? 'is' : 'are'} looking at this as well.`}
      </p>
      <div role="status">
        {news && <MeanwhileNotice news={news} />}
        {signedOut && (
          <Notice kind="warning" title="You are signed out">
            What you typed is still here.{' '}
            <a href="/sign-in" target="_blank" rel="noreferrer" className="link">
              Sign in in a new window
            </a>
            , then go on in this one. If no link comes by mail, an admin has removed your account.
          </Notice>
        )}
      </div>
    </div>
  );
}

function MeanwhileNotice({ news: { decided, moved } }: { news: Meanwhile }) {
  const { refresh } = useRouter();
  const lines = decided.map(
    ({ name, count }) =>
      `${name} has decided ${count === 1 ? 'one cell' : `${count} cells`} since you opened this page.`,
  );
  return (
    <Notice
      kind="info"
      title={lines.length > 0 ? lines.join(' ') : 'This contribution has changed since you opened this page.'}
    >
      <button type="button" onClick={() => refresh()} className="link min-h-8 cursor-pointer">
        Show it
      </button>{' '}
      {moved && lines.length > 0 && 'The contribution itself is in another state, too. '}
      What you have typed stays.
    </Notice>
  );
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

function usePresence(reference: string) {
  const [heard, setHeard] = useState<Heard | null>(null);
  const [signedOut, setSignedOut] = useState(false);
  useEffect(() => {
    const address = `/desk/contributions/${reference}/presence`;
    const beat = async () => {
      if (document.visibilityState !== 'visible') return;
      // Without a connection the next poll may succeed.
      const response = await fetch(address, { method: 'POST' }).catch(() => null);
      if (!response) return;
      setSignedOut(response.status === 401);
      const news = response.ok ? ((await response.json()) as Heard) : null; // our own route
      if (news && !isSending()) setHeard(news);
    };
    const leave = () => navigator.sendBeacon(`${address}?leave=1`);
    void beat();
    const timer = setInterval(beat, BEAT_SECONDS * 1000);
    document.addEventListener('visibilitychange', beat);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [reference]);
  return { heard, signedOut };
}
