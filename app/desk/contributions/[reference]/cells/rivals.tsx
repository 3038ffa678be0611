import type { ReviewChange, ReviewRival } from '@/lib/review/review-page/proposals';
import { MAX_COUNTED } from '@/lib/review/review-page/competing-changes';
import { CellContentView } from './cell-content';

/** Other proposals for the same cell: equal ones are decided together with it, the others lose if it is accepted. */
export function Rivals({ change: { key, rivals, rivalsTotal } }: { change: ReviewChange }) {
  if (rivals.length === 0) return null;
  const same = rivals.filter(({ identical }) => identical);
  const different = rivals.filter(({ identical }) => !identical);
  const unseen = rivalsTotal - rivals.length;
  return (
    <div className="mt-4 text-sm [&_.prose]:text-base">
      <p className="font-semibold">
        {rivalsTotal === 1
          ? 'Another contribution proposes something for the same cell'
          : `${howMany(rivalsTotal)} other contributions propose something for the same cell`}
      </p>
      <ul className="mt-1.5 space-y-2">
        {same.length > 0 && (
          <li className="border-s-2 border-rule ps-3">
            <Links rivals={same} />{' '}
            <span className="text-muted">
              {same.length === 1 ? 'says' : 'say'} the same: accepted and credited along with this one.
            </span>
          </li>
        )}
        {different.map((rival) => (
          <li key={rival.reference} className="border-s-2 border-rule ps-3">
            <Links rivals={[rival]} />{' '}
            <span className="text-muted">differs: superseded when this one is accepted.</span>
            <div className="mt-0.5">
              <CellContentView cell={key} content={rival} />
            </div>
          </li>
        ))}
        {unseen > 0 && (
          <li className="border-s-2 border-rule ps-3 text-muted">
            {rivalsTotal >= MAX_COUNTED
              ? 'The others are not shown.'
              : unseen === 1
                ? 'One more, newer than these.'
                : `${unseen} more, newer than these.`}
          </li>
        )}
      </ul>
    </div>
  );
}

const howMany = (total: number) => (total >= MAX_COUNTED ? `At least ${total}` : String(total));

function Links({ rivals }: { rivals: readonly ReviewRival[] }) {
  return rivals.map(({ reference }, at) => (
    <span key={reference}>
      {at > 0 && ', '}
      <a href={`/desk/contributions/${reference}`} className="link">
        {reference}
      </a>
    </span>
  ));
}
