'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { ErrorSummary } from '@/app/ui/error-summary';
import { Notice } from '@/app/ui/notice';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction } from '@/app/ui/action-state';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import type { Failure } from '@/lib/platform/errors';
import { pathsIn } from '@/lib/platform/i18n/paths';

const SLUG_TAKEN = 'There is a release of this name already.';

/** Name, title and notes of the next release. */
export function ReleaseForm({ action, suggested }: { action: FormAction<{ slug: string }>; suggested: string }) {
  return (
    <DeskForm
      action={action}
      done={({ slug }) => <Frozen slug={slug} />}
      failed={(failure) => <NotFrozen failure={failure} />}
      className="max-w-[46rem] space-y-5"
      buttons={<SubmitButton doing="Freezing …">Freeze the dataset</SubmitButton>}
    >
      {({ fault, field, failure }) => {
        const taken = failure?.reason === 'slug_taken' ? SLUG_TAKEN : undefined;
        return (
          <>
            <TextInput
              {...field('slug', suggested)}
              error={taken ?? fault('slug')}
              label="Name in addresses and citations"
              width="short"
              hint="The year and a number, unless there is a reason for another."
            />
            <TextInput {...field('title')} label="Title" hint="Such as: State before the call of 2027." />
            <TextArea
              {...field('notes')}
              label="Notes"
              mark="optional"
              rows={4}
              hint="What readers should know of it. Stands on its page and in its files."
            />
            <Checkbox
              id="permanent"
              name="permanent"
              value="yes"
              label="I know that no editor or admin can change or remove a release."
              error={fault('permanent')}
            />
          </>
        );
      }}
    </DeskForm>
  );
}

function Frozen({ slug }: { slug: string }) {
  return (
    <Notice kind="success" title={`${slug} is frozen and public.`}>
      <a href={pathsIn('en').release(slug)} className="link">
        See it as published
      </a>
    </Notice>
  );
}

function NotFrozen({ failure }: { failure: Failure }) {
  const errors = (failure.issues ?? []).map(({ path, code }) => ({ href: `#${path}`, message: faultInWords(code) }));
  if (failure.reason === 'slug_taken') errors.push({ href: '#slug', message: SLUG_TAKEN });
  return errors.length > 0 ? (
    <ErrorSummary live={false} title="Nothing was frozen" errors={errors} />
  ) : (
    <FailureNotice failure={failure} />
  );
}
