import { Notice } from '@/app/ui/notice';
import type { Undone } from '@/lib/review/undo/undo';

/** The result of an undo. */
export function UndoneNotice({ undone: { revisions, back, left, waiting } }: { undone: Undone }) {
  if (waiting !== null) return <Notice kind="info" title="A second editor has to agree. Nothing is undone yet." />;
  return (
    <Notice
      kind="success"
      title={revisions.length > 0 ? `Undone as version ${revisions.map((one) => one.version).join(', ')}` : 'Undone'}
    >
      {back > 0 && (
        <p>{back === 1 ? 'One proposed value waits' : `${back} proposed values wait`} for a decision again.</p>
      )}
      {left.length > 0 && <p>What has been changed since stays as it is: {left.length}.</p>}
    </Notice>
  );
}
