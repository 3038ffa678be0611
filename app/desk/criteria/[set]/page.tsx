import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { edit } from '@/app/desk/criteria/actions';
import { SetForm } from '@/app/desk/criteria/set-form';
import { readEditableSet } from '@/lib/agreements/criteria';

export const metadata: Metadata = { title: 'Edit a criterion set' };

export default async function EditSetPage({ params }: { params: Promise<{ set: string }> }) {
  const { set: slug } = await params;
  await requireActor(`/desk/criteria/${slug}`, 'criterion.manage');
  const found = await readEditableSet(slug);
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
