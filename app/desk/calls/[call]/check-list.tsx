import { Link } from '@/app/ui/link';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import type { ReadinessCheck } from '@/lib/calls/readiness';
import { sayCount } from '@/lib/platform/text/say-count';

type CheckListProps = {
  slug: string;
  checks: readonly ReadinessCheck[];
  /** How many points of the questionnaire's draft are open; null without a draft. */
  draftPoints: number | null;
};

/** What a call needs before it is made public, and what of it is there. */
export function CheckList({ slug, checks, draftPoints }: CheckListProps) {
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
      {draftPoints !== null && <DraftPoints slug={slug} count={draftPoints} />}
    </section>
  );
}

/** The draft of the next version keeps nothing from being public: contributors see the published one. */
export function DraftPoints({ slug, count }: { slug: string; count: number }) {
  return (
    <p className="mt-3">
      {count === 0
        ? 'The draft of the questionnaire is complete.'
        : `${sayCount(count, 'point')} of the draft of the questionnaire ${count === 1 ? 'is' : 'are'} open.`}{' '}
      <Link href={`${editorPath(slug)}/publish`} className="link">
        Check and publish the draft
      </Link>
    </p>
  );
}
