'use client';

import { memo } from 'react';
import type { ActionDispatch, ChangeEvent } from 'react';
import { Choice } from '@/app/ui/choice';
import { Fieldset } from '@/app/ui/fieldset';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { ReasonField } from '@/app/desk/parts/reason-field';
import { ValueControls } from '@/app/desk/parts/value-controls';
import { isViewedFact } from '@/lib/agreements/facts/fact-views';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { isSameJson } from '@/lib/platform/json';
import type { Fault } from './decision-form-data';
import { fieldName, initialFields } from './decision-fields';
import { cellFaultInWords } from './decision-notices';
import { LostInputNotice } from './lost-input-notice';
import { PrefillFromCurrent } from './prefill-from-current';
import { useReviewForm } from './review-form';
import type { DecidableChange, Entered, Outcome, ReviewEvent } from './review-state';

/** The choice on one proposed cell. The fields of a choice appear when it is made, by CSS alone. */
export function CellDecision({ id }: { id: string }) {
  const { changes, state, faults, dispatch } = useReviewForm();
  const change = changes.find((one) => one.id === id);
  if (!change) return null;
  if (change.state === null) return <LostInputNotice change={change} />;
  return <Fields change={change} entered={state.entered[id]} faults={faults} dispatch={dispatch} />;
}

type FieldsProps = {
  change: DecidableChange;
  entered: Entered | undefined;
  faults: readonly Fault[];
  dispatch: ActionDispatch<[ReviewEvent]>;
};

/** Renders again only for changes of this cell: a form may have hundreds. */
const Fields = memo(function Fields({ change, entered, faults, dispatch }: FieldsProps) {
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
    <div className="group/decision mt-5">
      <FixedFields change={change} />
      <Fieldset
        id={`decision-${id}`}
        legend={<span className="sr-only">Decision on {title}</span>}
        error={about && `Not recorded: ${cellFaultInWords(about)}`}
      >
        <div className="flex flex-wrap gap-x-6">
          {outcomeWords(change).map(([outcome, label]) => (
            <Choice
              key={outcome}
              type="radio"
              id={`${id}-${outcome || 'later'}`}
              name={fieldName(id, 'outcome')}
              value={outcome}
              label={label}
              checked={outcome === parts.outcome}
              onChange={() => dispatch({ type: 'chosen', changes: [id], outcome })}
            />
          ))}
        </div>
      </Fieldset>
      <div className="mt-3 hidden space-y-4 border-s-2 border-rule ps-4 group-has-[[value=amend]:checked]/decision:block">
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
        <div className={`mt-4 hidden border-s-2 border-rule ps-4 ${WHEN_ACCEPTED}`}>
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
      <div
        className={`mt-4 hidden border-s-2 border-rule ps-4 ${WHEN_ACCEPTED} ${WHEN_ONE_OF_SEVERAL} group-has-[[value=reject]:checked]/decision:block`}
      >
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

/** A value other than the one that stands: both can be stated. */
function mayBeOneOfSeveral({ key, current, disputed, proposed }: Omit<DecidableChange, 'state'>): boolean {
  const nothing = isFactKey(key) ? null : 'not_assessed';
  const stands = current?.value ?? nothing;
  if (proposed.value === nothing || isSameJson(stands, proposed.value)) return false;
  return (stands !== nothing || disputed) && (nothing !== null || isViewedFact(key));
}

/** Hidden fields of a choice, for a form posted without a script. */
function FixedFields({ change: { id, key, state, currentVersion } }: { change: DecidableChange }) {
  return Object.entries({ key, state: state ?? '', seen: String(currentVersion) }).map(([part, value]) => (
    <input key={part} type="hidden" name={fieldName(id, part)} value={value} />
  ));
}

const WHEN_ACCEPTED =
  'group-has-[[value=accept]:checked]/decision:block group-has-[[value=amend]:checked]/decision:block';
const WHEN_ONE_OF_SEVERAL =
  'group-has-[[value=beside]:checked]/decision:block group-has-[[value=dispute]:checked]/decision:block';

const outcomeWords = ({ state, ...change }: DecidableChange): readonly (readonly [Outcome, string])[] => [
  ['', 'Decide later'],
  ['accept', state === 'conflict' ? 'Accept over the current value' : 'Accept'],
  ...(mayBeOneOfSeveral(change)
    ? ([
        ['beside', change.disputed ? 'State it beside the other views' : 'State it beside the current value'],
        ...(change.disputed || change.current?.value === 'unclear'
          ? []
          : ([['dispute', 'Mark as disputed, with both']] as const)),
      ] as const)
    : []),
  ['amend', 'Amend'],
  ['reject', state === 'conflict' ? 'Reject, and keep the current value' : 'Reject'],
];
