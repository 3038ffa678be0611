import type { ReactNode } from 'react';
import { Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { Tag } from '@/app/ui/tag';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { sayDay, sayVersionDay } from '@/lib/platform/i18n/dates';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { RepeatedNotice } from './repeated-notice';
import { ApartForm } from '@/app/desk/contributions/[reference]/people/apart-form';

type ReviewHeadProps = {
  contribution: ReviewContribution;
  /** Another contribution with exactly the same content. */
  repeated: string | null;
  /** Links back and to the next contribution, above everything. */
  way: ReactNode;
  /** The other editors who view this contribution. */
  presence: ReactNode;
  keys: ReactNode;
};

/** The contribution's reference, its status, and the most important warnings. */
export function ReviewHead({ contribution, repeated, way, presence, keys }: ReviewHeadProps) {
  const { reference, status, submittedAt, call, audience, currentRevision, statusReason, statusAt, summaryOf } =
    contribution;
  const { word, tone } = CONTRIBUTION_STATUS_WORDS[status];
  return (
    <header className="pb-3">
      {way}
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-2xl" dir="auto">
          {nameOf(contribution)}
        </h1>
        <p className="eyebrow">{reference}</p>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <Tag tone={tone}>{word}</Tag>
        {contribution.entry && <span>Entered on behalf</span>}
        {contribution.editorsOnly && <span>For the editors only</span>}
        <span>{contribution.authorId === null ? `Call ${call}` : 'The editors’ own proposal'}</span>
        {audience && <span>Wording for: {audience.label}</span>}
        {submittedAt && summaryOf !== null && (
          <span>Published elsewhere in {sayVersionDay(submittedAt.toISOString(), 'en')}</span>
        )}
        {submittedAt && summaryOf === null && (
          <span>
            Submitted <time dateTime={submittedAt.toISOString()}>{sayDay(submittedAt.toISOString(), 'en')}</time>
          </span>
        )}
        {currentRevision > 1 && <span>Version {currentRevision}</span>}
        <span>
          Since <Moment value={statusAt.toISOString()} locale="en" /> in this state
        </span>
        <a href={`/desk/contributions/${reference}/document`} className="link no-print">
          Read as one document
        </a>
        {keys}
      </div>
      <nav aria-label="On this page" className="mt-1 flex flex-wrap gap-x-5 text-sm lg:hidden">
        <a href="#words" className="link min-h-8 content-center">
          What they wrote
        </a>
        <a href="#proposed" className="link min-h-8 content-center">
          Proposed values
        </a>
        <a href="#correspondence" className="link min-h-8 content-center">
          Correspondence
        </a>
        <a href="#publication" className="link min-h-8 content-center">
          Publication
        </a>
      </nav>
      {presence}
      <Warnings contribution={contribution} repeated={repeated} />
      {statusReason && (
        <p className="mt-3 max-w-[46rem] whitespace-pre-line">
          <strong>Reason given:</strong> {statusReason}
        </p>
      )}
    </header>
  );
}

function Warnings({ contribution, repeated }: Pick<ReviewHeadProps, 'contribution' | 'repeated'>) {
  const { blocker, reference, statements, summaryOf } = contribution;
  return (
    <div className="mt-3 space-y-3 empty:hidden">
      {summaryOf !== null && (
        <Notice kind="info" title="A summary by the forum">
          Its words are the forum’s, not its author’s, and its author has no link to it. What it summarises: {summaryOf}
        </Notice>
      )}
      {blocker === 'forbidden' && (
        <Notice kind="info" title="You read this as an observer">
          Editors decide on it. You do not see contact details, and you can write internal notes.
        </Notice>
      )}
      {blocker === 'own_organisation' && (
        <Notice kind="warning" title="This comes from your own organisation">
          You can read it, without its contact. Another editor has to decide on it.
        </Notice>
      )}
      {blocker === 'other_editor' && (
        <Notice kind="warning" title="Another editor has to decide on this">
          You can read it.
        </Notice>
      )}
      {blocker === 'recused' && (
        <Notice kind="info" title="You have recused yourself from this contribution">
          You can read it, without its contact. Another editor decides on it, and can undo your recusal.
        </Notice>
      )}
      {blocker === 'likely_own_organisation' && <ApartForm reference={reference} />}
      {statements.map(({ name, reason, at }) => (
        <p key={name} className="max-w-measure text-sm text-muted">
          {name} says that it is of another organisation than theirs (<Moment value={at.toISOString()} locale="en" />
          ): {reason}
        </p>
      ))}
      {repeated && <RepeatedNotice contribution={contribution} repeated={repeated} />}
    </div>
  );
}

function nameOf({ anonymous, contact, publicAffiliation, publicName }: ReviewContribution): string {
  if (anonymous) return 'Anonymous contributor';
  return contact?.affiliation ?? publicAffiliation ?? contact?.name ?? publicName ?? 'No name given';
}
