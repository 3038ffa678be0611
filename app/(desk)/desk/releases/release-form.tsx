'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Checkbox } from '@/app/_components/checkbox';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState, FormAction } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { pathsIn } from '@/lib/i18n/paths';

/** Name, title and notes of the release that is frozen next. */
export function ReleaseForm({ action, suggested }: { action: FormAction<{ slug: string }>; suggested: string }) {
  const [{ result, typed }, send, pending] = useActionState<ActionState<{ slug: string }>, FormData>(action, UNSENT);
  const failure = result?.ok === false ? result : null;
  const faults = new Map((failure?.issues ?? []).map(({ path, code }) => [path, faultInWords(code)]));
  if (failure?.reason === 'slug_taken') faults.set('slug', 'There is a release of this name already.');
  const field = (name: 'slug' | 'title' | 'notes', otherwise = '') => ({ id: name, name, defaultValue: typed[name] ?? otherwise, error: faults.get(name) });
  return (
    <form action={send} noValidate className="max-w-[46rem] space-y-5">
      {result?.ok && (
        <Notice kind="success" role="status" title={`${result.slug} is frozen and public.`}>
          <a href={pathsIn('en').release(result.slug)} className="link">
            See it as published
          </a>
        </Notice>
      )}
      {failure && (faults.size > 0 ? <ErrorSummary title="Nothing was frozen" errors={[...faults].map(([name, message]) => ({ href: `#${name}`, message }))} /> : <FailureNotice failure={failure} />)}
      <TextInput {...field('slug', suggested)} label="Name in addresses and citations" width="short" hint="The year and a number, unless there is a reason for another." />
      <TextInput {...field('title')} label="Title" hint="Such as: State before the call of 2027." />
      <TextArea {...field('notes')} label="Notes" mark="optional" rows={4} hint="What readers should know of it. Stands on its page and in its files." />
      <Checkbox id="permanent" name="permanent" value="yes" label="I know that nobody, admins included, can change or remove a release." error={faults.get('permanent')} />
      <div className="border-t border-ink pt-5">
        <Button type="submit" disabled={pending}>
          {pending ? 'Freezing …' : 'Freeze the dataset'}
        </Button>
      </div>
    </form>
  );
}
