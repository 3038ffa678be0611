import type { Metadata } from 'next';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { SourceForm } from '@/app/desk/sources/source-form';

export const metadata: Metadata = { title: 'Add a source' };

export default async function NewSourcePage() {
  await requireActor('/desk/sources/new', 'source.manage');
  return (
    <>
      <DeskTitle
        title="Add a source"
        lead="Leave empty what the document does not say of itself. Its name in addresses is made of title and year, and stays."
      />
      <SourceForm />
    </>
  );
}
