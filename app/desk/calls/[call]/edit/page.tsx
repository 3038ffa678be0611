import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { CallForm } from '@/app/desk/calls/call-form';
import { fieldsOfCall } from '@/app/desk/calls/call-form-data';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { listAgreementNames } from '@/lib/agreements/cells';
import { readManagedCall } from '@/lib/calls/desk-calls';
import { TIME_ZONES } from '@/lib/calls/local-time';
import { placeholderDates } from '@/lib/calls/placeholders';

export const metadata: Metadata = { title: 'Edit a call' };

export default async function EditCallPage({ params }: PageProps<'/desk/calls/[call]/edit'>) {
  const { call: slug } = await params;
  await requireActor(`/desk/calls/${encodeURIComponent(slug)}/edit`, 'call.manage');
  const call = await readManagedCall(slug);
  if (!call) notFound();
  // Those of the annex first, in its order; retired ones among them stay until their place is emptied.
  const listed = new Set(call.annex.map((agreement) => agreement.slug));
  const others = (await listAgreementNames()).filter((agreement) => !listed.has(agreement.slug));
  return (
    <>
      <DeskTitle title={`Edit: ${call.texts.title}`}>
        <p className="mt-2">
          <Link href={`/desk/calls/${slug}`} className="link">
            Back to the call
          </Link>
        </p>
      </DeskTitle>
      <CallForm
        slug={slug}
        version={call.version}
        stored={fieldsOfCall(call)}
        published={call.published}
        prefixFixed={call.prefixFixed}
        dates={placeholderDates(call, 'en')}
        zones={TIME_ZONES}
        agreements={[...call.annex, ...others.map(({ slug: name, name: title }) => ({ slug: name, name: title }))]}
      />
    </>
  );
}
