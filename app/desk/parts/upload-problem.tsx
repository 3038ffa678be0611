import { Notice } from '@/app/ui/notice';
import { REASONS } from '@/lib/platform/errors';
import type { Reason } from '@/lib/platform/errors';
import errors from '@/lib/platform/i18n/messages/en/errors.json';

/** Why an upload was refused, as its route says in the address it leads to; nothing for any other text. */
export function UploadProblem({ problem }: { problem: string | string[] | undefined }) {
  if (!isReason(problem)) return null;
  return (
    <div className="mb-6">
      <Notice kind="error" role="alert" title={errors.reasons[problem]} />
    </div>
  );
}

const isReason = (text: unknown): text is Reason => typeof text === 'string' && text in REASONS;
