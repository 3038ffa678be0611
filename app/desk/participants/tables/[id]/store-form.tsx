'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { store } from '@/app/desk/participants/tables/actions';

/** Stores the rows that are new, and those that resemble others if the editor says that they are others. */
export function StoreForm({ id, fresh, similar }: { id: string; fresh: number; similar: number }) {
  return (
    <DeskForm
      action={store}
      fields={{ id }}
      done="Stored, or under way."
      className="max-w-measure space-y-4"
      buttons={
        <SubmitButton doing="Storing…">
          {fresh === 1 ? 'Store one row' : `Store ${fresh.toLocaleString('en')} rows`}
        </SubmitButton>
      }
    >
      {similar > 0 && (
        <Checkbox
          id="apart"
          name="apart"
          value="yes"
          label={`Store the ${similar.toLocaleString('en')} that resemble others too, as participants of their own`}
          hint="Otherwise they are left out. A row that means a known participant names it in the column participant."
        />
      )}
    </DeskForm>
  );
}
