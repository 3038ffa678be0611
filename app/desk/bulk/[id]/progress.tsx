'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ProgressAnswer } from '@/app/desk/bulk/[id]/progress/route';
import { sayCount } from '@/lib/platform/text/say-count';

const PAUSE = 700;

/** The progress of checking a long file, polled. Without a script, the editor reloads the page. */
export function Progress({ id, total, checked }: { id: string; total: number | null; checked: number }) {
  const router = useRouter();
  const [seen, setSeen] = useState({ total, checked });
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(`/desk/bulk/${id}/progress`).catch(() => null);
      if (!answer?.ok) return;
      const { status, rowsTotal, rowsChecked } = (await answer.json()) as ProgressAnswer;
      setSeen({ total: rowsTotal, checked: rowsChecked });
      if (status === 'checking') return;
      clearInterval(timer);
      router.refresh();
    }, PAUSE);
    return () => clearInterval(timer);
  }, [id, router]);
  const percent = seen.total ? Math.floor((100 * seen.checked) / seen.total) : 0;
  return (
    <div className="max-w-measure" role="status">
      <label htmlFor="progress" className="block font-semibold">
        The file is being checked
      </label>
      <progress id="progress" className="mt-3 block w-full accent-accent" max={100} value={percent}>
        {percent}%
      </progress>
      <p className="mt-2 text-muted">
        {seen.total
          ? `${percent}%: ${seen.checked.toLocaleString('en')} of ${sayCount(seen.total, 'row')}.`
          : 'It waits for its turn.'}{' '}
        You can leave this page and come back.
      </p>
      <noscript>
        <a href={`/desk/bulk/${id}`} className="link">
          See how far it is
        </a>
      </noscript>
    </div>
  );
}
