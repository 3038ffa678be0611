'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { Fieldset } from '@/app/_components/fieldset';
import { Notice } from '@/app/_components/notice';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { ReasonField } from '@/app/(desk)/desk/_parts/reason-field';
import type { Undone } from '@/lib/review/undo/mutations';
import { undo } from './actions';

type UndoFormProps = { slug: string; version: number; /** Those of its cells that nothing has changed since. */ cells: readonly { key: string; title: string }[]; of: number };

/** Takes back a version, or some of its cells, as a new version with a reason. */
export function UndoForm({ slug, version, cells, of }: UndoFormProps) {
  const [{ result, typed }, send, pending] = useActionState<ActionState<Undone>, FormData>(undo, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = (path: string) => failure?.issues?.find((issue) => issue.path === path)?.code;
  const id = `undo-${version}`;
  const kept = failure !== null;
  const reason = fault('reason');
  return (
    <div className="mt-4">
      {result?.ok && <UndoneNotice undone={result} />}
      <details open={kept} className="max-w-measure">
        <summary className="link w-fit text-sm">Undo this{cells.length > 1 && ', or a part of it'}…</summary>
        <form action={send} className="mt-4 space-y-4 border-s-2 border-rule ps-4" noValidate>
          {failure && !reason && !fault('keys') && <FailureNotice failure={failure} showIssues />}
          <input type="hidden" name="agreement" value={slug} />
          <input type="hidden" name="version" value={version} />
          <Fieldset id={`${id}-cells`} legend={`What to undo of version ${version}`} error={fault('keys') && 'Please choose at least one.'} hint={cells.length < of ? 'What has been changed again since stays as it is.' : undefined}>
            <div key={String(kept)}>
              {cells.map(({ key, title }) => (
                <Choice key={key} id={`${id}-${key}`} type="checkbox" name={`cell.${key}`} label={title} defaultChecked={!kept || `cell.${key}` in typed} />
              ))}
            </div>
          </Fieldset>
          <Choice
            id={`${id}-again`}
            type="checkbox"
            name="again"
            key={`again-${kept}`}
            label="Put the proposals concerned back for decision"
            hint="Without it they keep the decision that was made."
            defaultChecked={!kept || 'again' in typed}
          />
          <ReasonField id={`${id}-reason`} name="reason" label="Why" hint="It stands in the public history." defaultValue={typed.reason} error={reason && faultInWords(reason)} />
          <Button type="submit" variant="secondary" disabled={pending}>
            Undo
          </Button>
        </form>
      </details>
    </div>
  );
}

function UndoneNotice({ undone: { revisions, back, left, waiting } }: { undone: Undone }) {
  if (waiting !== null) return <Notice kind="info" role="status" title="A second editor has to agree. Nothing is undone yet." />;
  return (
    <Notice kind="success" role="status" title={revisions.length > 0 ? `Undone as version ${revisions.map((one) => one.version).join(', ')}` : 'Undone'}>
      {back > 0 && <p>{back === 1 ? 'One proposed value waits' : `${back} proposed values wait`} for a decision again.</p>}
      {left.length > 0 && <p>What has been changed since stays as it is: {left.length}.</p>}
    </Notice>
  );
}
