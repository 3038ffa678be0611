import type { Metadata } from 'next';
import { MessagePlace } from '@/app/ui/message-place';
import { EmptyState } from '@/app/ui/empty-state';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { listApprovals, readRules } from '@/lib/review/approvals/approval-list';
import { ApprovalItem } from './approval-item';
import { RulesSection } from './rules-section';

export const metadata: Metadata = { title: 'Approvals' };

/** The commands waiting for a second editor, the answered ones, and the rules that require one. */
export default async function ApprovalsPage() {
  const actor = await requireActor('/desk/approvals', 'approval.read');
  const [waiting, answered, rules] = await Promise.all([
    listApprovals(actor),
    listApprovals(actor, { answered: true }),
    readRules(),
  ]);
  return (
    <>
      <DeskTitle
        title="Approvals"
        lead="Some decisions need two. What waits here is carried out exactly as it was asked for, when another editor agrees; until then nothing changes."
      />
      <MessagePlace>
        {waiting.length > 0 ? (
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="mb-4 text-2xl">
              Waiting
            </h2>
            <ul className="border-t border-ink">
              {waiting.map((approval) => (
                <ApprovalItem key={approval.id} approval={approval} />
              ))}
            </ul>
          </section>
        ) : (
          <EmptyState title="Nothing waits for a second editor." />
        )}
      </MessagePlace>
      {answered.length > 0 && (
        <section aria-labelledby="answered" className="mt-14">
          <h2 id="answered" className="mb-4 text-2xl">
            Answered
          </h2>
          <ul className="border-t border-ink">
            {answered.map((approval) => (
              <ApprovalItem key={approval.id} approval={approval} />
            ))}
          </ul>
        </section>
      )}
      <RulesSection rules={rules} manages={can(actor, 'rule.manage')} />
    </>
  );
}
