import Link from 'next/link';
import type { ReadinessCheck } from '@/lib/calls/readiness';

/** What a call needs before it is made public, and what of it is there. */
export function CheckList({ checks }: { checks: readonly ReadinessCheck[] }) {
  const open = checks.filter(({ ok }) => !ok).length;
  return (
    <section aria-labelledby="check-list" className="mt-10 max-w-[46rem]">
      <h2 id="check-list" className="text-2xl">
        Before it is public
      </h2>
      <p className="mt-1 text-muted">
        {open === 0 ? 'Everything is there.' : `${open} of ${checks.length} points are open.`}
      </p>
      <ul className="mt-3">
        {checks.map(({ key, ok, sentence, href }) => (
          <li key={key} className="flex gap-3 border-b border-rule py-2">
            <span aria-hidden="true" className={ok ? 'text-ok' : 'text-warn'}>
              {ok ? '✓' : '!'}
            </span>
            <p>
              <span className="sr-only">{ok ? 'Done: ' : 'Open: '}</span>
              {sentence}{' '}
              {!ok && (
                <Link href={href} className="link whitespace-nowrap">
                  Go there<span className="sr-only">: {sentence}</span>
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
