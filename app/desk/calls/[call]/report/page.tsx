import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { readPublicCall } from '@/lib/publication/calls';
import { PreviewFiles } from './preview-files';

export async function generateMetadata({ params }: PageProps<'/desk/calls/[call]/report'>): Promise<Metadata> {
  return { title: `Report of the call ${(await params).call}` };
}

/** The report of a call: its preview with all that is public today. */
export default async function ReportPage({ params }: PageProps<'/desk/calls/[call]/report'>) {
  const { call: slug } = await params;
  const actor = await requireActor(`/desk/calls/${encodeURIComponent(slug)}/report`);
  const call = can(actor, 'report.write') ? await readPublicCall(slug, 'en') : null;
  if (!call) notFound();
  return (
    <>
      <DeskTitle
        title={`Report: ${call.title}`}
        lead="The annex of the forum’s output: every published contribution in full, who answered, what was proposed and decided, and the figures. It holds only what readers can see on this site."
      />
      <PreviewFiles call={slug} />
    </>
  );
}
