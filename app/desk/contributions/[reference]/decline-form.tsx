'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { useUnrecordedQuestion } from '@/app/desk/contributions/[reference]/decision/use-unrecorded-question';
import { decline } from './actions';

type DeclineFormProps = {
  reference: string;
  id?: string;
  /** The words that open the form. */
  summary?: string;
  /** The reason that is proposed. */
  initial?: string;
};

export function DeclineForm({
  reference,
  id = 'decline-reason',
  summary = 'Decline it instead',
  initial,
}: DeclineFormProps) {
  const { before, them, question } = useUnrecordedQuestion('Declining');
  return (
    <DeskForm
      action={decline}
      fields={{ reference }}
      done={`${reference} is declined.`}
      summary={summary}
      className="mt-4 space-y-4"
      before={before}
      buttons={<SubmitButton variant="danger">{them ? `Decline without ${them}` : 'Decline'}</SubmitButton>}
    >
      {({ field }) => (
        <>
          {question}
          <FormReasonField
            {...field('reason', initial)}
            id={id}
            label="Reason for declining"
            hint="The contributor reads it. It is not published."
            rows={3}
          />
        </>
      )}
    </DeskForm>
  );
}
