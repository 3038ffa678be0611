import { stepTitle } from '@/app/(form)/server/names';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { CHECK_STEP, sectionKey } from '@/lib/contributions/drafts/steps';
import { CommentThread } from './comment-thread';
import { commentsOf } from './comments-of';
import { proposalSections } from './proposal-sections';

/**
 * Below a step of the form: colleagues' comments, for its authors. The page of one proposal shows only comments on that
 * proposal.
 */
export async function StepComments({ open, step, position }: { open: OpenForm; step: string; position?: number }) {
  if (step === CHECK_STEP) return null;
  const [comments, proposals] = [await commentsOf(open.held.id), await proposalSections(open)];
  const section = sectionKey({ step, position });
  return (
    <CommentThread
      place={{ locale: open.locale, call: open.call.slug, page: 'form' }}
      section={section}
      about={proposals.get(section) ?? (await stepTitle(open, step))}
      comments={comments}
      titles={position === undefined ? proposals : undefined}
      link={open.held.link}
      open
      address={contributePaths(open.locale, open.call.slug).step(step, position)}
    />
  );
}
