import { RETENTION_COUNTS } from '@/app/desk/words/retention';
import type { Night } from '@/lib/contributions/retention/nights';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { RETENTION_RULES } from '@/lib/platform/settings/settings-schema';

/** What the last nights removed. */
export const NightList = ({ nights }: { nights: Night[] }) => (
  <section aria-labelledby="nights" className="mt-12 max-w-[46rem]">
    <h2 id="nights" className="text-2xl">
      What was removed
    </h2>
    {nights.length === 0 ? (
      <p className="mt-2 text-muted">Nothing so far.</p>
    ) : (
      <ol className="mt-3">
        {nights.map(({ at, removed }) => (
          <li key={at.toISOString()} className="border-b border-rule py-2 sm:flex sm:gap-6">
            <time dateTime={at.toISOString()} className="shrink-0 text-muted sm:w-52">
              {sayMoment(at.toISOString(), 'en')}
            </time>
            <span>
              {RETENTION_RULES.filter((rule) => removed[rule] > 0)
                .map((rule) => RETENTION_COUNTS[rule](removed[rule]))
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
    )}
  </section>
);
