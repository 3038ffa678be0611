import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { RecordLists } from '@/app/desk/parts/record-lists';
import { ProposalForm } from '@/app/desk/agreements/proposal/proposal-form';
import { FACTS, isCellField } from '@/lib/agreements/facts/registry';
import { listEmptyCells } from '@/lib/review/desk-agreement';

export const metadata: Metadata = { title: 'Add an agreement' };

export default async function NewAgreementPage() {
  await requireActor('/desk/agreements/new', 'agreement.propose');
  const groups = (await listEmptyCells()).map(({ key, title, cells }) => ({
    key,
    title,
    cells: cells.map((cell) => ({
      key: cell.key,
      title: cell.title,
      content: null,
      shown: null,
      // Fields that almost every agreement needs are open from the start.
      chosen: isCellField(cell.key) && FACTS[cell.key].expected === true,
    })),
  }));
  return (
    <>
      <DeskTitle
        title="Add an agreement"
        lead="It is proposed with a source for everything you state, and in the dataset once its name is accepted. Untick what you do not know."
      />
      <RecordLists />
      <ProposalForm agreement={null} submissionKey={randomUUID()} groups={groups} />
    </>
  );
}
