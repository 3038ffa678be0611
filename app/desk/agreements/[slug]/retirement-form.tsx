'use client';

import { Link } from '@/app/ui/link';
import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { setRetired } from './actions';

/** Retires the agreement, or restores it. */
export function RetirementForm({ slug, retired }: { slug: string; retired: boolean }) {
  return (
    <section aria-labelledby="retirement" className="max-w-measure border-t border-rule pt-6">
      <h2 id="retirement" className="text-2xl">
        {retired ? 'Bring it back' : 'Retire it'}
      </h2>
      <p className="mt-1 mb-4 text-muted">
        {retired
          ? 'It returns to lists, matrix and downloads as it stood.'
          : 'For an agreement that should not be in the dataset: it leaves lists, matrix and downloads, while its page and history stay, with your reason.'}
      </p>
      <DeskForm
        action={setRetired}
        fields={{ agreement: slug, to: retired ? 'standing' : 'retired' }}
        done={({ waiting }) => <Done waiting={waiting !== null} retired={retired} />}
        className="mt-4 space-y-4"
        buttons={
          <SubmitButton variant={retired ? 'secondary' : 'danger'}>{retired ? 'Bring back' : 'Retire'}</SubmitButton>
        }
      >
        {({ field }) => (
          <FormReasonField {...field('reason')} id="retirement-reason" label="Why" hint="It is public." />
        )}
      </DeskForm>
    </section>
  );
}

/** `retired` in the page that the answer renders. */
function Done({ waiting, retired }: { waiting: boolean; retired: boolean }) {
  if (!waiting) return <Notice kind="success" title={retired ? 'It is retired.' : 'It is back in the dataset.'} />;
  return (
    <Notice kind="info" title="A second editor has to agree. Nothing has changed yet.">
      <Link href="/desk/approvals" className="link">
        What waits for a second editor
      </Link>
    </Notice>
  );
}
