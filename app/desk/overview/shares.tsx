import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import type { Share } from '@/lib/review/overview';

type SharesProps = {
  id: string;
  title: string;
  filter: 'call' | 'agreement';
  shares: readonly Share[];
  empty?: string;
};

/** How many contributions wait, grouped by one property, each with a bar relative to the largest. */
export function Shares({ id, title, filter, shares, empty }: SharesProps) {
  const most = Math.max(...shares.map(({ count }) => count), 1);
  if (shares.length === 0) {
    return (
      <section aria-labelledby={id}>
        <h2 id={id} className="mb-3 text-xl">
          {title}
        </h2>
        <p className="text-muted">{empty}</p>
      </section>
    );
  }
  return (
    <Table id={id} caption={<span className="font-serif text-xl">{title}</span>}>
      <thead className="sr-only">
        <tr>
          <ColumnHead>{filter === 'call' ? 'Call' : 'Agreement'}</ColumnHead>
          <ColumnHead>Contributions</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ slug, title: name, count }) => (
          <tr key={slug}>
            <RowHead className="w-full font-normal">
              <Link href={`/desk?${new URLSearchParams({ [filter]: slug })}`} className="link" dir="auto">
                {name}
              </Link>
              {/* The figure beside the bar has the same information. */}
              <span
                aria-hidden="true"
                className="mt-1.5 block h-1 bg-accent"
                style={{ inlineSize: `${Math.max((count / most) * 100, 1)}%` }}
              />
            </RowHead>
            <Cell numeric className="align-top">
              {count.toLocaleString('en')}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
