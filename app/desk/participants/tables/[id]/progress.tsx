'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ProgressAnswer } from '@/app/desk/participants/tables/[id]/progress/route';

const PAUSE = 700;

type ProgressProps = { id: string; status: 'checking' | 'storing'; total: number | null; done: number };

/** How far checking or storing is, polled. Without a script, the editor reloads the page. */
export function Progress({ id, status, total, done }: ProgressProps) {
  const router = useRouter();
  const [seen, setSeen] = useState({ total, done });
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`/desk/participants/tables/${id}/progress`).catch(() => null);
      if (!answer?.ok) return;
      const now = (await answer.json()) as ProgressAnswer;
      setSeen({ total: now.rowsTotal, done: now.rowsDone });
      if (now.status === status) return;
      clearInterval(timer);
      router.refresh();
    }, PAUSE);
    return () => clearInterval(timer);
  }, [id, router, status]);
  const percent = status === 'checking' && seen.total ? Math.floor((100 * seen.done) / seen.total) : undefined;
  return (
    <div className="max-w-measure" role="status">
      <label htmlFor="progress" className="block font-semibold">
        {status === 'checking' ? 'The table is being checked' : 'The rows are being stored, all of them or none'}
      </label>
      <progress id="progress" className="mt-3 block w-full accent-accent" max={100} value={percent} />
      <p className="mt-2 text-muted">
        {percent !== undefined && `${percent}%. `}You can leave this page and come back.
      </p>
      <noscript>
        <a href={`/desk/participants/tables/${id}`} className="link">
          See how far it is
        </a>
      </noscript>
    </div>
  );
}
