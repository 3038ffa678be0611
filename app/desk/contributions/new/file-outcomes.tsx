import { Notice } from '@/app/ui/notice';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { sayCount } from '@/lib/platform/text/say-count';
import type { FileOutcome } from './outcomes';

/** What became of each uploaded file. */
export function FileOutcomes({ outcomes }: { outcomes: readonly FileOutcome[] }) {
  if (outcomes.length === 0) return null;
  const refused = outcomes.some((outcome) => 'reason' in outcome);
  return (
    <div className="mb-8">
      <Notice kind={refused ? 'warning' : 'success'} role="status" title="What became of the files">
        <ul className="list-disc space-y-1 ps-5">
          {outcomes.map((outcome, at) => (
            <li key={at}>
              <span dir="auto" className="font-semibold wrap-anywhere">
                {outcome.name}
              </span>
              : {'reason' in outcome ? errors.reasons[outcome.reason] : sayCount(outcome.drafts, 'draft')}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
