'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { useUnrecordedQuestion } from '@/app/desk/contributions/[reference]/decision/use-unrecorded-question';
import { keep, publish } from './actions';

/** Publishes the contribution; asks for confirmation if choices above are not recorded. */
export function PublishForm({ reference }: { reference: string }) {
  const { before, them, question } = useUnrecordedQuestion('Publishing');
  return (
    <DeskForm
      action={publish}
      fields={{ reference }}
      done={`${reference} is public.`}
      before={before}
      buttons={
        <SubmitButton>
          {them ? `Publish without ${them}` : 'Publish'}
          <span className="sr-only"> {reference}</span>
        </SubmitButton>
      }
    >
      {question}
    </DeskForm>
  );
}

/** Settles a contribution that is for the editors only; asks for confirmation if choices above are not recorded. */
export function KeepForm({ reference }: { reference: string }) {
  const { before, them, question } = useUnrecordedQuestion('Settling');
  return (
    <DeskForm
      action={keep}
      fields={{ reference }}
      done={`${reference} is settled.`}
      before={before}
      buttons={
        <SubmitButton>
          {them ? `Settle without ${them}` : 'Settle, for the editors only'}
          <span className="sr-only"> {reference}</span>
        </SubmitButton>
      }
    >
      {question}
    </DeskForm>
  );
}
