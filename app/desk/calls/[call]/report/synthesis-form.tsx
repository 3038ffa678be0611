'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { FailureSummary } from '@/app/ui/failure-summary';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice } from '@/app/desk/parts/failure-notice';
import type { Synthesis } from '@/lib/publication/reports/synthesis/schema';
import { save } from './actions';
import { sectionField } from './synthesis-form-data';

/** Rows for further sections: saving makes room for more. */
const EMPTY_ROWS = 2;

type SynthesisFormProps = {
  call: string;
  sections: Synthesis;
  /** The version that is stored now; 0 if there is none. */
  version: number;
};

/** Writes the synthesis, section by section. Each saving is a version of its own; nothing typed is lost on the way. */
export function SynthesisForm({ call, sections, version }: SynthesisFormProps) {
  const rows = [...sections, ...Array.from({ length: EMPTY_ROWS }, () => ({ title: '', text: '' }))];
  return (
    <DeskForm
      action={save}
      fields={{ call }}
      done="Saved"
      failed={(failure, faults) =>
        failure.reason === 'draft_changed' ? <SavedMeanwhile call={call} /> : <FailureNotice {...{ failure, faults }} />
      }
      className="max-w-[46rem] space-y-8"
      buttons={<SubmitButton doing="Saving …">Save as the next version</SubmitButton>}
    >
      {({ field, failure, typed }) => (
        // Keyed inside the form: after saving the fields begin anew, and the form keeps what it answered without a script.
        <div key={version} className="space-y-8">
          {/* After a conflict it stays the version that the text was begun from, until the box is ticked. */}
          <input type="hidden" name="base" value={(failure && typed.base) ?? `${version}`} />
          {rows.map(({ title, text }, at) => (
            <fieldset key={at} className="space-y-4 border-s-2 border-rule ps-4">
              <legend className="font-semibold">
                {at < sections.length ? `Section ${at + 1}` : `Further section ${at + 1 - sections.length}`}
              </legend>
              <TextInput {...field(sectionField(at, 'title'), title)} label="Title" />
              <TextArea
                {...field(sectionField(at, 'text'), text)}
                label="Text, in Markdown"
                rows={at < sections.length ? 8 : 4}
              />
              <TextInput
                {...field(sectionField(at, 'place'), `${at + 1}`)}
                label="Place"
                width="short"
                inputMode="numeric"
                hint="Sections go by this number. A section without title and text is left out."
              />
            </fieldset>
          ))}
          <TextInput
            {...field('note')}
            label="What is new in this version"
            mark="optional"
            hint="For the editors: readers do not see it."
          />
          {(failure?.reason === 'draft_changed' || typed.over) && (
            <Checkbox
              id="over"
              name="over"
              value={`${version}`}
              label={`Save mine after version ${version}. That version stays in the list.`}
            />
          )}
        </div>
      )}
    </DeskForm>
  );
}

function SavedMeanwhile({ call }: { call: string }) {
  return (
    <FailureSummary title="Another editor saved a version of this text since you began.">
      <p>
        What you typed is still above.{' '}
        <a href={`/desk/calls/${call}/report#versions`} target="_blank" rel="noreferrer" className="link">
          Look at theirs in a new window
        </a>
        , take over what you need, then tick the box and save again.
      </p>
    </FailureSummary>
  );
}
