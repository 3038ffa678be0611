'use client';

import { memo } from 'react';
import type { ActionDispatch, ChangeEvent } from 'react';
import { Fieldset } from '@/app/ui/fieldset';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { ReasonField } from '@/app/desk/parts/reason-field';
import { ValueControls } from '@/app/desk/parts/value-controls';
import type { Fault } from './decision-form-data';
import { fieldName, initialFields } from './decision-fields';
import { cellFaultInWords } from './decision-notices';
import { LostInputNotice } from './lost-input-notice';
import { OutcomeChoices } from './outcome-choices';
import { PrefillFromCurrent } from './prefill-from-current';
import { useReviewForm } from './review-form';
import type { DecidableChange, Entered, ReviewEvent } from './review-state';

/**
 * The choice on one proposed cell. The fields of a choice appear when it is made, by CSS alone. `asRow` puts the choices
 * into the fourth column of a table's row, and the fields below it.
 */
export function CellDecision({ id, asRow = false }: { id: string; asRow?: boolean }) {
  const { changes, state, faults, dispatch } = useReviewForm();
  const change = changes.find((one) => one.id === id);
  if (!change) return null;
  if (change.state === null)
    return (
      <div className="col-span-full empty:hidden">
        <LostInputNotice change={change} />
      </div>
    );
  const { entered, hydrated } = state;
  return (
    <Fields
      change={change}
      asRow={asRow}
      hydrated={hydrated}
      entered={entered[id]}
      faults={faults}
      dispatch={dispatch}
    />
  );
}

type FieldsProps = {
  change: DecidableChange;
  asRow: boolean;
  /** The page's script runs: only then it is known which choices are not recorded. */
  hydrated: boolean;
  entered: Entered | undefined;
  faults: readonly Fault[];
  dispatch: ActionDispatch<[ReviewEvent]>;
};

/** Renders again only for changes of this cell: a form may have hundreds. */
const Fields = memo(function Fields({ change, asRow, hydrated, entered, faults, dispatch }: FieldsProps) {
  const { id, key, title } = change;
  const parts: Entered = { ...initialFields(change), ...entered };
  const fault = (part: string) => faults.find((one) => one.change === id && one.part === part)?.code;
  const faultWords = (part: string) => {
    const code = fault(part);
    return code && faultInWords(code);
  };
  const enter = (part: string) => (text: string) => dispatch({ type: 'entered', change: id, parts: { [part]: text } });
  const field = (part: string) => ({
    id: fieldName(id, part),
    name: fieldName(id, part),
    value: parts[part] ?? '',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      enter(part)(event.target.value),
  });
  const about = fault('outcome') ?? fault('seen');
  return (
    <div className={`group/decision ${asRow ? 'contents' : 'mt-5'}`}>
      <FixedFields change={change} />
      <div className={asRow ? IN_ROW : undefined}>
        <Fieldset
          id={`decision-${id}`}
          legend={<span className="sr-only">Decision on {title}</span>}
          error={about && `Not recorded: ${cellFaultInWords(about)}`}
        >
          <div className={`flex flex-wrap ${asRow ? 'gap-x-3' : 'gap-x-6'}`}>
            <OutcomeChoices
              change={change}
              chosen={parts.outcome}
              short={asRow}
              choose={(outcome) => dispatch({ type: 'chosen', changes: [id], outcome })}
            />
            {hydrated && parts.outcome !== '' && (
              <span className="self-center text-xs font-semibold text-accent">not recorded</span>
            )}
          </div>
        </Fieldset>
      </div>
      <div className={`${UNFOLDED} group-has-[[value=amend]:checked]/decision:block`}>
        <PrefillFromCurrent change={change} />
        <ValueControls
          cell={key}
          label="Corrected value"
          error={faultWords('value')}
          field={(part) => field(`amended-${part}`)}
        />
        <TextArea
          {...field('note')}
          label="Note"
          hint="Empty: the value has no note."
          rows={2}
          error={faultWords('note')}
        />
        <TextArea
          {...field('source')}
          label="Source"
          hint="Empty: the contribution is named as the source."
          rows={2}
          error={faultWords('source')}
        />
        <TextInput
          {...field('asOf')}
          label="True as of"
          hint="When it was true: 2019, 2019-11 or 2019-11-23. Empty: the value has no date."
          width="short"
          error={faultWords('asOf')}
        />
      </div>
      {key === 'name' && change.current === null && (
        <div className={`${UNFOLDED} ${WHEN_ACCEPTED}`}>
          <TextInput
            {...field('slug')}
            label="Name in addresses"
            hint="Such as paris-call. Empty: made of its short name. It never changes afterwards."
            width="medium"
            maxLength={60}
            autoCapitalize="none"
            spellCheck={false}
            error={faultWords('slug')}
          />
        </div>
      )}
      <AddReason change={change} />
      <div className={`${UNFOLDED} ${parts.reason ? WHEN_ANYTHING_IS_CHOSEN : WHEN_A_REASON_IS_WANTED}`}>
        <ReasonField
          id={fieldName(id, 'reason')}
          name={fieldName(id, 'reason')}
          label="Reason"
          hint="The contributor reads it. Needed to reject, welcome otherwise."
          value={parts.reason ?? ''}
          change={enter('reason')}
          error={faultWords('reason')}
        />
      </div>
    </div>
  );
});

/** Unfolds the reason of a cell that is accepted. It is not a part of the decision, so it has no name. */
function AddReason({ change: { id, title } }: { change: DecidableChange }) {
  return (
    <div className={`col-span-full ${WHEN_ACCEPTED_ONLY} hidden`}>
      <span className="flex min-h-7 items-center gap-1.5 text-sm">
        <input type="checkbox" id={`${id}-add-reason`} data-add-reason className="size-4 shrink-0" />
        <label htmlFor={`${id}-add-reason`}>
          Say why<span className="sr-only"> you accept {title}</span>
        </label>
      </span>
    </div>
  );
}

/** Hidden fields of a choice, for a form posted without a script. */
function FixedFields({ change: { id, key, state, currentVersion } }: { change: DecidableChange }) {
  return Object.entries({ key, state: state ?? '', seen: String(currentVersion) }).map(([part, value]) => (
    <input key={part} type="hidden" name={fieldName(id, part)} value={value} />
  ));
}

/** The fourth column. The legend is for screen readers only, so nothing above the choices takes space. */
const IN_ROW = 'min-w-0 @max-3xl:col-span-full @3xl:col-start-4 @3xl:row-start-1 [&>fieldset>div:last-child]:mt-0';
const UNFOLDED = 'col-span-full mt-3 mb-2 hidden space-y-4 border-s-2 border-rule ps-4';
const WHEN_ACCEPTED_ONLY = 'group-has-[[value=accept]:checked]/decision:block';
const WHEN_ACCEPTED = `${WHEN_ACCEPTED_ONLY} group-has-[[value=amend]:checked]/decision:block`;
const WHEN_ONE_OF_SEVERAL =
  'group-has-[[value=beside]:checked]/decision:block group-has-[[value=dispute]:checked]/decision:block';
const WHEN_A_REASON_IS_WANTED = `group-has-[[data-add-reason]:checked]/decision:block group-has-[[value=amend]:checked]/decision:block ${WHEN_ONE_OF_SEVERAL} group-has-[[value=reject]:checked]/decision:block`;
const WHEN_ANYTHING_IS_CHOSEN = `${WHEN_ACCEPTED} ${WHEN_ONE_OF_SEVERAL} group-has-[[value=reject]:checked]/decision:block`;
