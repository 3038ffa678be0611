import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { edit } from '@/app/desk/criteria/actions';
import { SetForm } from '@/app/desk/criteria/set-form';
import { can } from '@/lib/accounts/policy';
import { readEditableSet } from '@/lib/agreements/criteria';

export const metadata: Metadata = { title: 'Edit a criterion set' };

export default async function EditSetPage({ params }: { params: Promise<{ set: string }> }) {
  const { set: slug } = await params;
  const actor = await requireActor(`/desk/criteria/${slug}`);
  const found = can(actor, 'criterion.manage') ? await readEditableSet(slug) : null;
  if (!found) notFound();
  const { title, description, source, criteria } = found;
  return (
    <>
      <DeskTitle
        title="Edit a criterion set"
        lead="Its words, everywhere they appear. Names stay: addresses, files and the API use them."
      />
      <SetForm action={edit} set={{ slug, title, description, source, criteria }} />
    </>
  );
}
