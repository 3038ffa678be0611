import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { add } from '@/app/desk/criteria/actions';
import { SetForm } from '@/app/desk/criteria/set-form';

export const metadata: Metadata = { title: 'Add a criterion set' };

export default async function NewSetPage() {
  if (!can(await requireActor('/desk/criteria/new'), 'criterion.manage')) notFound();
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
