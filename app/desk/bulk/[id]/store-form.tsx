'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice } from '@/app/desk/parts/failure-notice';
import { store } from './actions';

type StoreFormProps = { id: string; cells: number; faults: number; moved: number };

/** Proposes the changes in the report. The button names the number of cells. */
export function StoreForm({ id, cells, faults, moved }: StoreFormProps) {
  return (
    <DeskForm
      action={store}
      fields={{ id }}
      done={({ reference }) => `${reference} waits in the queue now.`}
      failed={(failure) => (failure.reason === 'stale' ? <Moved /> : <FailureNotice failure={failure} />)}
      className="max-w-measure space-y-5"
      buttons={
        <SubmitButton doing="Proposing…">
          {cells === 1 ? 'Propose this one cell' : `Propose these ${cells.toLocaleString('en')} cells`}
        </SubmitButton>
      }
    >
      {({ field }) => (
        <>
          {faults > 0 && (
            <Notice
              kind="warning"
              title={faults === 1 ? 'One row is at fault' : `${faults.toLocaleString('en')} rows are at fault`}
            >
              <p>They are left out if you go on. Or correct the file and upload it again.</p>
            </Notice>
          )}
          {moved > 0 && (
            <Notice
              kind="info"
              title={
                moved === 1
                  ? 'One cell has changed since your download'
                  : `${moved.toLocaleString('en')} cells have changed since your download`
              }
            >
              <p>What you propose for them will be shown as a conflict, to be looked at one by one.</p>
            </Notice>
          )}
          <TextArea
            {...field('comment')}
            label="Why"
            hint="The deciding editor reads it with each agreement. It is not published."
            rows={3}
          />
        </>
      )}
    </DeskForm>
  );
}

function Moved() {
  return (
    <Notice kind="warning" title="The dataset has changed since the file was checked">
      <p>It has been checked anew. Please read the report once more before you propose it.</p>
    </Notice>
  );
}
