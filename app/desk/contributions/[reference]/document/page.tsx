import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PaperSheet } from '@/app/(form)/sharing/paper-sheet';
import { PrintButton } from '@/app/(form)/sharing/print-button';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { requireActor } from '@/app/server/session';
import { LinkButton } from '@/app/ui/button';
import { Link } from '@/app/ui/link';
import { can } from '@/lib/accounts/policy';
import { readDeskPaper } from '@/lib/review/document';

type Props = PageProps<'/desk/contributions/[reference]/document'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).reference} in full` };
}

/** One contribution in full, to read from the first line to the last, to print and to take as a Word file. */
export default async function DocumentPage({ params }: Props) {
  const { reference } = await params;
  const review = `/desk/contributions/${encodeURIComponent(reference)}`;
  const actor = await requireActor(`${review}/document`, 'contribution.read');
  const paper = await readDeskPaper(reference, actor);
  if (!paper) notFound();
  return (
    <>
      <div className="no-print">
        <DeskTitle
          title={`${reference} in full`}
          lead={
            can(actor, 'contact.read')
              ? 'Every answer in the order of the questions, and every proposed value beside today’s. Whom to contact is on the review page only, so that this can be passed around among editors. It is not for the public.'
              : 'Every answer in the order of the questions, and every proposed value beside today’s, without contact details.'
          }
        >
          <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
            <PrintButton label="Print" hint="Print it with your browser: its own menus are left out." />
            <LinkButton href={`${review}/document.docx`} variant="secondary" download>
              Download as Word
            </LinkButton>
            <Link href={review} className="link">
              Back to the review
            </Link>
          </div>
        </DeskTitle>
      </div>
      <PaperSheet paper={paper} />
    </>
  );
}
