'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Choice } from '@/app/ui/choice';
import { Fieldset } from '@/app/ui/fieldset';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { UndoneNotice } from '@/app/desk/parts/undone-notice';
import { undo } from './actions';

type UndoFormProps = {
  slug: string;
  version: number;
  /** Those of its cells that have not changed since. */ cells: readonly { key: string; title: string }[];
  of: number;
};

/** Undoes a version, or some of its cells, as a new version with a reason. */
export function UndoForm({ slug, version, cells, of }: UndoFormProps) {
  const id = `undo-${version}`;
  return (
    <div className="mt-4">
      <DeskForm
        action={undo}
        fields={{ agreement: slug, version: String(version) }}
        done={(undone) => <UndoneNotice undone={undone} />}
        summary={
          <>
            Undo this{cells.length > 1 && ', or a part of it'}…<span className="sr-only"> (version {version})</span>
          </>
        }
        summaryClass="text-sm"
        className="mt-4 space-y-4 border-s-2 border-rule ps-4"
        buttons={<SubmitButton variant="secondary">Undo</SubmitButton>}
      >
        {({ typed, fault, field, failure }) => {
          const kept = failure !== null;
          return (
            <>
              <Fieldset
                id={`${id}-cells`}
                legend={`What to undo of version ${version}`}
                error={fault('keys') && 'Please choose at least one.'}
                hint={cells.length < of ? 'What has been changed again since stays as it is.' : undefined}
              >
                <div key={String(kept)}>
                  {cells.map(({ key, title }) => (
                    <Choice
                      key={key}
                      id={`${id}-${key}`}
                      type="checkbox"
                      name={`cell.${key}`}
                      label={title}
                      defaultChecked={!kept || `cell.${key}` in typed}
                    />
                  ))}
                </div>
              </Fieldset>
              <Choice
                id={`${id}-again`}
                type="checkbox"
                name="again"
                key={`again-${kept}`}
                label="Reopen the decisions on these proposals"
                hint="Without it they keep the decision that was made."
                defaultChecked={!kept || 'again' in typed}
              />
              <FormReasonField
                {...field('reason')}
                id={`${id}-reason`}
                label="Why"
                hint="It is shown in the public history."
              />
            </>
          );
        }}
      </DeskForm>
    </div>
  );
}
