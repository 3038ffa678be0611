import { Link } from '@/app/ui/link';
import type { QueueChoices } from '@/lib/review/queue/choices';
import { FILTER_NAMES } from '@/lib/review/queue/schema';
import { queueAddress } from './queue-address';
import type { QueueAddress } from './queue-address';
import { filtersInWords } from '@/app/desk/words/queue';

type QueueFiltersProps = { address: QueueAddress; choices: QueueChoices; userId: string };

/** The active filters of the view, each with a link to remove it. */
export function QueueFilters({ address, choices, userId }: QueueFiltersProps) {
  const filters = filtersInWords(address.parts, choices, userId);
  if (filters.length === 0) return null;
  const without = Object.fromEntries(
    FILTER_NAMES.filter((name) => name !== 'status' && name !== 'sort').map((name) => [name, undefined]),
  );
  return (
    <ul aria-label="Filters" className="mb-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm">
      {filters.map(({ name, words }) => (
        <li key={name} dir="auto">
          {words}{' '}
          <Link href={queueAddress(address, { [name]: undefined })} className="link inline-block min-h-6">
            Remove<span className="sr-only"> the filter {words}</span>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link href={queueAddress(address, without)} className="link inline-block min-h-6">
            Remove all filters
          </Link>
        </li>
      )}
    </ul>
  );
}
