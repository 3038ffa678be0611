import { Link } from '@/app/ui/link';
import { Notice } from '@/app/ui/notice';
import { OUTCOME_WORDS, refusalInWords } from '@/app/desk/words/selection';
import { sayCount } from '@/lib/platform/text/say-count';
import type { SelectionDone } from './actions';

/** What happened to each selected contribution. */
export function SelectionOutcome({ done: { command, outcomes } }: { done: SelectionDone }) {
  const references = outcomes.map(({ reference }) => reference);
  if (command === 'export')
    return (
      <Notice kind="info" title={`A table of ${sayCount(outcomes.length, 'contribution')} is ready`}>
        <a href={`/desk/selection/table?${new URLSearchParams({ of: references.join(',') })}`} className="link">
          Download contributions.csv
        </a>
      </Notice>
    );
  const failed = outcomes.filter((one) => one.failed !== null);
  const done = outcomes.length - failed.length;
  return (
    <Notice
      kind={failed.length === 0 ? 'success' : done === 0 ? 'error' : 'warning'}
      title={`${done} of ${outcomes.length} ${OUTCOME_WORDS[command]}${failed.length > 0 ? `, ${failed.length} refused` : ''}`}
    >
      <ul aria-label="What happened to each">
        {[...failed, ...outcomes.filter((one) => one.failed === null)].map(({ reference, failed: refused }) => (
          <li key={reference}>
            <Link href={`/desk/contributions/${reference}`} className="link">
              {reference}
            </Link>
            : {refused === null ? OUTCOME_WORDS[command] : refusalInWords(refused)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
