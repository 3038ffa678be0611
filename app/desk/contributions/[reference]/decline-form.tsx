'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { useUnrecordedQuestion } from '@/app/desk/contributions/[reference]/decision/use-unrecorded-question';
import { decline } from './actions';

export function DeclineForm({ reference }: { reference: string }) {
  const { before, them, question } = useUnrecordedQuestion('Declining');
  return (
    <div className="mt-8">
      <DeskForm
        action={decline}
        fields={{ reference }}
        done={`${reference} is declined.`}
        summary="Decline it instead"
        className="mt-4 space-y-4"
        before={before}
        buttons={<SubmitButton variant="danger">{them ? `Decline without ${them}` : 'Decline'}</SubmitButton>}
      >
        {({ field }) => (
          <>
            {question}
            <FormReasonField
              {...field('reason')}
              id="decline-reason"
              label="Reason for declining"
              hint="The contributor reads it. It is not published."
              rows={3}
            />
          </>
        )}
      </DeskForm>
    </div>
  );
}
