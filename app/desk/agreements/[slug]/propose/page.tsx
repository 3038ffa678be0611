import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { RecordLists } from '@/app/desk/parts/record-lists';
import { CellContentView } from '@/app/desk/contributions/[reference]/cells/cell-content';
import { agreementSlug } from '@/lib/agreements/schema';
import { readDeskAgreement } from '@/lib/review/desk-agreement';
import { ProposalForm } from '@/app/desk/agreements/proposal/proposal-form';

export const metadata: Metadata = { title: 'Propose changes' };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ cell?: string | string[] }> };

export default async function ProposePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { cell: chosen } = await searchParams;
  const actor = await requireActor(`/desk/agreements/${slug}/propose`, 'agreement.propose');
  const agreement = agreementSlug.safeParse(slug).success ? await readDeskAgreement(slug, actor) : null;
  if (!agreement) notFound();
  const groups = agreement.groups.map(({ key, title, cells }) => ({
    key,
    title,
    cells: cells.map((cell) => ({
      key: cell.key,
      title: cell.title,
      content: cell.content && { value: cell.content.value, note: cell.content.note, source: cell.content.source },
      shown: <CellContentView cell={cell.key} content={cell.content} />,
      chosen: cell.key === chosen,
    })),
  }));
  return (
    <>
      <DeskTitle
        title={
          <>
            Propose changes to <span dir="auto">{agreement.shortName}</span>
          </>
        }
        lead="Choose the cells to change. Each new value needs a source; the proposal is then decided like any contribution, and credited to the editors as a whole."
      />
      {agreement.retiredAt ? (
        <Notice kind="info" title="This agreement is retired">
          <p>
            Nothing can be proposed for it.{' '}
            <a href={`/desk/agreements/${slug}#retirement`} className="link">
              Bring it back
            </a>{' '}
            first.
          </p>
        </Notice>
      ) : (
        <>
          <RecordLists />
          <ProposalForm agreement={{ slug, version: agreement.version }} submissionKey={randomUUID()} groups={groups} />
        </>
      )}
    </>
  );
}
