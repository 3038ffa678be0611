import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { SynthesisText } from '@/app/desk/calls/[call]/report/synthesis-text';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { listReportTexts } from '@/lib/publication/reports/synthesis/texts';

type Props = PageProps<'/desk/calls/[call]/report/versions/[version]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { call, version } = await params;
  return { title: `Report of the call ${call}, version ${version} of the text` };
}

/** One version of the text as it was typed, so that words can be taken over from it. */
export default async function ReportTextPage({ params }: Props) {
  const { call, version } = await params;
  await requireActor(`/desk/calls/${encodeURIComponent(call)}/report`, 'report.read');
  const texts = await listReportTexts(call);
  const found = texts.find((text) => `${text.version}` === version);
  if (!found) notFound();
  return (
    <>
      <DeskTitle
        title={`Version ${found.version} of the text`}
        lead={`Saved on ${sayMoment(found.createdAt.toISOString(), 'en')} by ${found.author}.`}
      >
        <p className="mt-4">
          <Link href={`/desk/calls/${call}/report`} className="link">
            Back to the report
          </Link>
        </p>
      </DeskTitle>
      <SynthesisText sections={found.sections} />
    </>
  );
}
