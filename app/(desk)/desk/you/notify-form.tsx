'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { RadioGroup } from '@/app/_components/radio-group';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice } from '@/app/(desk)/desk/_parts/failure-notice';
import type { NotifyBy } from '@/lib/notices/schema';
import { chooseNotify } from './actions';

const WAYS: { value: NotifyBy; label: string; hint: string }[] = [
  { value: 'instant', label: 'At once', hint: 'A mail for each thing, as it happens.' },
  { value: 'daily', label: 'Once a day', hint: 'One mail each morning (06:30 UTC) with what you have not read by then, if there is anything.' },
  { value: 'none', label: 'Not at all', hint: 'Everything waits for you on this page.' },
];

export function NotifyForm({ current }: { current: NotifyBy }) {
  const [{ result, typed }, send, pending] = useActionState(chooseNotify, UNSENT);
  const chosen = typed.notify ?? current;
  return (
    <form action={send} className="max-w-measure space-y-5">
      {result?.ok && <Notice kind="success" role="status" title="Saved" />}
      {result?.ok === false && <FailureNotice failure={result} />}
      <RadioGroup key={chosen} id="notify" name="notify" legend="Mail about what concerns you" options={WAYS} defaultValue={chosen} />
      <Button type="submit" variant="secondary" disabled={pending}>
        Save
      </Button>
    </form>
  );
}
