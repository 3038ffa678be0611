import type { Metadata } from 'next';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { add } from '@/app/desk/criteria/actions';
import { SetForm } from '@/app/desk/criteria/set-form';

export const metadata: Metadata = { title: 'Add a criterion set' };

export default async function NewSetPage() {
  await requireActor('/desk/criteria/new', 'criterion.manage');
  return (
    <>
      <DeskTitle
        title="Add a criterion set"
        lead="Every agreement counts as not assessed on it until a value is proposed. Rows that you leave empty are not added."
      />
      <SetForm action={add} set={null} />
    </>
  );
}
