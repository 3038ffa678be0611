import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Notice } from '@/app/_components/notice';
import { Tag } from '@/app/_components/tag';
import { requireActor } from '@/app/_server/session';
import { STATUS_WORDS } from '@/app/(desk)/desk/_parts/words';
import { repeatedBy } from '@/lib/contributions/duplicates/queries';
import { sayDay, sayMoment } from '@/lib/i18n/dates';
import { readForReview } from '@/lib/review/page/queries';
import type { ReviewContribution } from '@/lib/review/page/queries';
import { Correspondence } from './correspondence';
import { ContributorWords } from './contributor-words';
import { ProposedValues } from './proposed-values';
import { Publication } from './publication';
import { SentFiles } from './sent-files';
import { VersionDifferences } from './version-differences';

type Props = PageProps<'/desk/contributions/[reference]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference };
}

/** One contribution under review: what the organisation wrote beside what it proposes for the dataset. */
export default async function ReviewPage({ params }: Props) {
  const { reference } = await params;
  const editor = await requireActor(`/desk/contributions/${encodeURIComponent(reference)}`);
  const contribution = await readForReview(reference, editor, 'en');
  if (!contribution) notFound();
  const repeated = await repeatedBy(reference);
  return (
    <>
      <ReviewHead contribution={contribution} repeated={repeated} />
      {/* Who works on it: assignment, recusal. */}
      <div className="gap-x-14 lg:grid lg:grid-cols-[minmax(0,21rem)_minmax(0,1fr)]">
        <div>
          <ContributorWords contribution={contribution} />
          <SentFiles contribution={contribution} />
          {/* What editors say to each other: internal notes. */}
        </div>
        <div>
          <VersionDifferences contribution={contribution} />
          <ProposedValues contribution={contribution} />
          {/* Merging new proposals, turning one into an update. */}
          {/* What was decided in one go, and undoing it. */}
          <Correspondence contribution={contribution} />
          <Publication contribution={contribution} />
        </div>
      </div>
    </>
  );
}

function ReviewHead({ contribution, repeated }: { contribution: ReviewContribution; repeated: string | null }) {
  const { reference, status, submittedAt, call, currentRevision, ownOrganisation, statusReason } = contribution;
  const { word, tone } = STATUS_WORDS[status];
  return (
    <header className="pb-8">
      <p className="eyebrow mb-1">{reference}</p>
      <h1 className="text-3xl" dir="auto">
        {nameOf(contribution)}
      </h1>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <Tag tone={tone}>{word}</Tag>
        <span>Call {call}</span>
        {submittedAt && (
          <span>
            Submitted <time dateTime={submittedAt.toISOString()}>{sayDay(submittedAt.toISOString(), 'en')}</time>
          </span>
        )}
        {currentRevision > 1 && <span>Version {currentRevision}</span>}
        <span>
          Since <time dateTime={contribution.statusAt.toISOString()}>{sayMoment(contribution.statusAt.toISOString(), 'en')}</time> in this state
        </span>
      </p>
      <nav aria-label="On this page" className="mt-3 flex flex-wrap gap-x-5 text-sm lg:hidden">
        <a href="#words" className="link">What they wrote</a>
        <a href="#proposed" className="link">Proposed values</a>
        <a href="#correspondence" className="link">Correspondence</a>
        <a href="#publication" className="link">Publication</a>
      </nav>
      {ownOrganisation && (
        <div className="mt-5">
          <Notice kind="warning" title="This comes from your own organisation">
            You can read it. Another editor has to decide on it.
          </Notice>
        </div>
      )}
      {repeated && (
        <div className="mt-5">
          <Notice kind="info" title="The same words as another one">
            <a href={`/desk/contributions/${repeated}`} className="link">
              {repeated}
            </a>{' '}
            says exactly the same. It may have been sent twice, or by two organisations together.
          </Notice>
        </div>
      )}
      {statusReason && (
        <p className="mt-4 max-w-[46rem] whitespace-pre-line">
          <strong>Reason given:</strong> {statusReason}
        </p>
      )}
    </header>
  );
}

function nameOf({ anonymous, contact, publicAffiliation, publicName }: ReviewContribution): string {
  if (anonymous) return 'Anonymous contributor';
  return contact?.affiliation ?? publicAffiliation ?? contact?.name ?? publicName ?? 'No name given';
}
