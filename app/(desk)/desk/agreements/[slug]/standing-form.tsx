'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { ReasonField } from '@/app/(desk)/desk/_parts/reason-field';
import type { Retirement } from '@/lib/review/retirement/mutations';
import { changeStanding } from './actions';

/** Takes the agreement out of the dataset, or brings it back. */
export function StandingForm({ slug, retired }: { slug: string; retired: boolean }) {
  const [{ result, typed }, send, pending] = useActionState<ActionState<Retirement>, FormData>(changeStanding, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'reason');
  return (
    <section aria-labelledby="standing" className="max-w-measure border-t border-rule pt-6">
      <h2 id="standing" className="text-2xl">
        {retired ? 'Bring it back' : 'Retire it'}
      </h2>
      <p className="mt-1 mb-4 text-muted">
        {retired
          ? 'It returns to lists, matrix and downloads as it stood.'
          : 'For an agreement that should not be in the dataset: it leaves lists, matrix and downloads, while its page and history stay, with your reason.'}
      </p>
      {result?.ok && <Done waiting={result.waiting !== null} retired={retired} />}
      <form action={send} className="mt-4 space-y-4" noValidate>
        {failure && !fault && <FailureNotice failure={failure} />}
        <input type="hidden" name="agreement" value={slug} />
        <input type="hidden" name="to" value={retired ? 'standing' : 'retired'} />
        <ReasonField id="standing-reason" name="reason" label="Why" hint="It is public." defaultValue={typed.reason} error={fault && faultInWords(fault.code)} />
        <Button type="submit" variant={retired ? 'secondary' : 'danger'} disabled={pending}>
          {retired ? 'Bring back' : 'Retire'}
        </Button>
      </form>
    </section>
  );
}

function Done({ waiting, retired }: { waiting: boolean; retired: boolean }) {
  if (!waiting) return <Notice kind="success" role="status" title={retired ? 'It is retired.' : 'It is back in the dataset.'} />;
  return (
    <Notice kind="info" role="status" title="A second editor has to agree. Nothing has changed yet.">
      <Link href="/desk/approvals" className="link">
        What waits for a second editor
      </Link>
    </Notice>
  );
}
