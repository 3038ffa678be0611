import type { ReactNode } from 'react';
import { Link } from '@/app/ui/link';
import { countInWords } from '@/app/desk/queue-address';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { Overview } from '@/lib/review/overview';

type Figure = { term: string; figure: ReactNode; href?: string; note?: ReactNode };

export function Figures({ overview: { waiting, oldest, decided } }: { overview: Overview }) {
  const figures: Figure[] = [
    { term: 'Waiting', figure: countInWords(waiting), href: '/desk' },
    {
      term: 'Waiting longest',
      figure: oldest ? days(oldest.days) : '–',
      ...(oldest && {
        href: '/desk?sort=oldest',
        note: (
          <time dateTime={oldest.submittedAt}>{`${oldest.reference}, since ${sayDay(oldest.submittedAt, 'en')}`}</time>
        ),
      }),
    },
    {
      term: 'Median time to a decision',
      figure: decided ? days(Math.round(decided.medianDays)) : '–',
      note: decided
        ? `from submission to publication or decline, of the last ${decided.count.toLocaleString('en')}`
        : 'nothing has been published or declined yet',
    },
  ];
  return (
    <dl className="mb-12 grid grid-cols-2 border-t border-rule md:grid-cols-3">
      {figures.map(({ term, figure, href, note }) => (
        <div key={term} className="flex flex-col-reverse justify-end gap-1 border-b border-rule py-5 pe-4">
          <dt className="text-sm text-muted">
            {term}
            {note && <span className="block text-xs">{note}</span>}
          </dt>
          <dd className="font-serif text-2xl tabular-nums">
            {href ? (
              <Link href={href} className="link" aria-label={`${term}: ${String(figure)}`}>
                {figure}
              </Link>
            ) : (
              figure
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const days = (number: number) =>
  number < 1 ? 'under a day' : number === 1 ? '1 day' : `${number.toLocaleString('en')} days`;
