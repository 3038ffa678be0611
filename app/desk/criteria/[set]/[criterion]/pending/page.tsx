import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { PendingCell } from '@/app/desk/pending/pending-cell';
import { shownCells } from '@/app/desk/pending/shown-cells';
import { countInWords } from '@/app/desk/pending/words';
import { can } from '@/lib/accounts/policy';
import { listCriteria } from '@/lib/agreements/cells';
import { listPendingOfCriterion } from '@/lib/review/pending/pending-cells';

type Props = { params: Promise<{ set: string; criterion: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { criterion } = await params;
  return { title: `${criterion}: undecided cells` };
}

export default async function PendingOfCriterionPage({ params }: Props) {
  const { set: slug, criterion: key } = await params;
  const actor = await requireActor(`/desk/criteria/${slug}/${key}/pending`, 'contribution.read');
  const criterion = (await listCriteria()).find((set) => set.slug === slug)?.criteria.find((one) => one.key === key);
  if (!criterion) notFound();
  const cells = await listPendingOfCriterion(key, actor);
  const link = can(actor, 'contribution.decide') ? 'Decide it' : 'See it among all of the agreement';
  return (
    <>
      <DeskTitle
        title={
          <>
            Undecided: <span dir="auto">{criterion.title}</span>
          </>
        }
        lead={`${countInWords(cells, 'agreement')} A decision is made on the page of the agreement, because it becomes a version of it.`}
      >
        <p className="mt-3">
          <Link href="/desk/criteria" className="link">
            Back to the criteria
          </Link>
        </p>
      </DeskTitle>
      {cells.length === 0 && (
        <EmptyState title="Nothing waits for a decision.">
          <p>What contributions propose for this criterion appears here until an editor decides on it.</p>
        </EmptyState>
      )}
      {(await shownCells(cells)).map((cell) => (
        <PendingCell
          key={cell.agreement.slug}
          anchor={`agreement-${cell.agreement.slug}`}
          heading={<span dir="auto">{cell.agreement.shortName}</span>}
          cell={cell}
        >
          <p className="mt-1">
            <Link
              href={`/desk/agreements/${cell.agreement.slug}/pending#cell-${cell.id}`}
              className="link"
              aria-label={`${link}: ${cell.agreement.shortName}`}
            >
              {link}
            </Link>
          </p>
        </PendingCell>
      ))}
    </>
  );
}
