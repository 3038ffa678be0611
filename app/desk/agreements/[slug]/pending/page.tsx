import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { SnippetsProvider } from '@/app/desk/parts/snippets';
import { PendingCell } from '@/app/desk/pending/pending-cell';
import { shownCells } from '@/app/desk/pending/shown-cells';
import { countInWords } from '@/app/desk/pending/words';
import { can } from '@/lib/accounts/policy';
import { agreementSlug } from '@/lib/agreements/schema';
import { readPendingOfAgreement } from '@/lib/review/pending/pending-cells';
import { listSnippets } from '@/lib/review/snippets';
import { CellsForm } from './cells-form';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: `${slug}: undecided cells` };
}

export default async function PendingOfAgreementPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requireActor(`/desk/agreements/${slug}/pending`, 'contribution.read');
  const agreement = agreementSlug.safeParse(slug).success ? await readPendingOfAgreement(slug, actor) : null;
  if (!agreement) notFound();
  const { cells, retired } = agreement;
  const shown = await shownCells(cells);
  return (
    <>
      <DeskTitle
        title={
          <>
            Undecided: <span dir="auto">{agreement.shortName}</span>
          </>
        }
        lead={countInWords(cells, 'cell')}
      >
        <p className="mt-3">
          <Link href={`/desk/agreements/${slug}`} className="link">
            Back to the agreement
          </Link>
        </p>
      </DeskTitle>
      {retired && cells.length > 0 && (
        <Notice kind="info" title="This agreement is retired">
          <p>Proposals for it can be rejected. To accept one, bring the agreement back first.</p>
        </Notice>
      )}
      {cells.length === 0 && (
        <EmptyState title="Nothing waits for a decision.">
          <p>What contributions propose for this agreement appears here until an editor decides on it.</p>
        </EmptyState>
      )}
      {can(actor, 'contribution.decide') ? (
        <SnippetsProvider snippets={await listSnippets()}>
          <CellsForm slug={slug} cells={shown} />
        </SnippetsProvider>
      ) : (
        shown.map((cell) => <PendingCell key={cell.id} anchor={`cell-${cell.id}`} heading={cell.title} cell={cell} />)
      )}
    </>
  );
}
