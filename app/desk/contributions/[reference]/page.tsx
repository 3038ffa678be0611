import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/lib/accounts/policy';
import { requireActor } from '@/app/server/session';
import { SnippetsProvider } from '@/app/desk/parts/snippets';
import { repeatedBy } from '@/lib/contributions/duplicates';
import { readForReview } from '@/lib/review/review-page/review-page';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { recordContactRead } from '@/lib/review/access-log';
import { listSnippets } from '@/lib/review/snippets';
import { readChoices } from '@/lib/review/unrecorded-choices';
import { ReviewFormProvider } from '@/app/desk/contributions/[reference]/decision/review-form';
import type { DecidableChange } from '@/app/desk/contributions/[reference]/decision/review-state';
import { Keyboard } from '@/app/desk/contributions/[reference]/keyboard/keyboard';
import {
  EditorProposal,
  EditorProposalWords,
} from '@/app/desk/contributions/[reference]/editor-proposals/editor-proposal';
import { MailLine } from './mail-line';
import { InternalNotes } from '@/app/desk/contributions/[reference]/people/internal-notes';
import { Notifications } from '@/app/desk/contributions/[reference]/people/notifications';
import { PeopleLine } from '@/app/desk/contributions/[reference]/people/people-line';
import { PresenceLine } from './presence-line';
import { TargetsPanel } from '@/app/desk/contributions/[reference]/targets/targets-panel';
import { UndoPanel } from '@/app/desk/contributions/[reference]/undo/undo-panel';
import { OnBehalf } from '@/app/desk/contributions/[reference]/on-behalf/on-behalf';
import { Correspondence } from './correspondence';
import { ContributorWords } from './contributor-words';
import { ProposedParticipants } from './proposed-participants';
import { ProposedValues } from './proposed-values';
import { Publication } from './publication';
import { QueuePager } from './queue-pager';
import { Redactions } from './redactions/redactions';
import { ReviewHead } from './review-head';
import { Originals } from './originals/originals';
import { SentFiles } from './sent-files';
import { VersionDifferences } from './version-differences';

type Props = PageProps<'/desk/contributions/[reference]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference };
}

/** One contribution under review: the organisation's answers beside its proposals for the dataset. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { from } = await searchParams;
  const queue = typeof from === 'string' ? from : undefined;
  const editor = await requireActor(
    `/desk/contributions/${encodeURIComponent(reference)}${queue ? `?${new URLSearchParams({ from: queue })}` : ''}`,
    'contribution.read',
  );
  const contribution = await readForReview(reference, editor, 'en');
  if (!contribution) notFound();
  if (hasContact(contribution)) await recordContactRead({ editor, reference });
  const { userId } = editor;
  const [repeated, snippets, kept] = await Promise.all([
    repeatedBy(reference),
    listSnippets(),
    readChoices({ userId, reference }),
  ]);
  return (
    // A new form for each contribution, so that text typed for one never appears in the next.
    <SnippetsProvider key={reference} snippets={snippets}>
      <ReviewFormProvider
        reference={reference}
        userId={userId}
        changes={decidableChanges(contribution)}
        mayDecide={contribution.mayDecide}
        kept={kept}
      >
        <ReviewHead
          contribution={contribution}
          repeated={repeated}
          way={<QueuePager from={queue} reference={reference} editor={editor} />}
          presence={
            contribution.snapshot && (
              <PresenceLine reference={reference} userId={userId} snapshot={contribution.snapshot} />
            )
          }
          keys={<Keyboard />}
        />
        <OnBehalf contribution={contribution} userId={userId} />
        <div className="mb-6 flex flex-wrap items-center gap-x-8 gap-y-1 border-y border-rule py-1.5">
          <PeopleLine contribution={contribution} userId={userId} />
          {can(editor, 'mail.read') && <MailLine reference={reference} />}
        </div>
        <Notifications reference={reference} editor={editor} />
        {/* The answers come before the proposals, visually and for screen readers, in full: nothing scrolls within the
            page. On a narrow screen the head links to the proposals. */}
        <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,19rem)_minmax(0,1fr)] 3xl:grid-cols-[minmax(0,23rem)_minmax(0,1fr)]">
          <div className="min-w-0">
            <div role="region" aria-label="What the organisation sent" className="lg:pe-4">
              {contribution.authorId === null ? (
                <ContributorWords contribution={contribution} />
              ) : (
                <EditorProposalWords contribution={contribution} />
              )}
              <SentFiles contribution={contribution} />
              <Originals contribution={contribution} />
            </div>
          </div>
          {/* On a very wide screen, what is written about it stands beside the cells. */}
          <div className="min-w-0 3xl:grid 3xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)] 3xl:items-start 3xl:gap-x-12">
            <div className="min-w-0">
              <VersionDifferences contribution={contribution} />
              <ProposedValues contribution={contribution} />
              <ProposedParticipants contribution={contribution} />
              <TargetsPanel reference={reference} mayDecide={contribution.mayDecide} />
            </div>
            <div className="min-w-0">
              <UndoPanel reference={reference} reader={editor} mayUndo={contribution.blocker === null} />
              <InternalNotes reference={reference} editor={editor} />
              {contribution.authorId === null ? (
                <Correspondence contribution={contribution} />
              ) : (
                <EditorProposal contribution={contribution} userId={userId} />
              )}
              <Publication contribution={contribution} />
              <Redactions contribution={contribution} />
            </div>
          </div>
        </div>
      </ReviewFormProvider>
    </SnippetsProvider>
  );
}

/** The proposed changes with only the data that the browser needs. */
const decidableChanges = ({ proposals }: ReviewContribution): DecidableChange[] =>
  proposals
    .flatMap(({ changes }) => changes)
    .map(({ id, key, title, state, currentVersion, current, disputed, proposed }) => ({
      id,
      key,
      title,
      state,
      currentVersion,
      current,
      disputed,
      proposed,
    }));

/** Whether the page shows contact details: then the access is logged. */
const hasContact = ({ contact, signOffs }: ReviewContribution) =>
  (signOffs.people?.length ?? 0) > 0 ||
  (contact !== null &&
    [contact.name, contact.affiliation, contact.email, contact.country].some((part) => part !== null));
