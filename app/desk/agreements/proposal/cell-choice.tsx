'use client';

import { Choice } from '@/app/ui/choice';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { fieldOf, isNameField } from '@/lib/agreements/facts/registry';
import { isNewRow } from '@/lib/questions/proposal-changes';
import type { Typed } from '@/app/ui/action-state';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { ValueControls } from '@/app/desk/parts/value-controls';
import { fieldName, valueAsTyped } from '@/app/desk/contributions/[reference]/decision/decision-fields';
import { chosenName } from './proposal-form-data';
import type { CellFault, ProposableCell } from './proposal-form-data';

type CellChoiceProps = {
  cell: ProposableCell;
  typed: Typed;
  /** The form came back: the cell keeps its typed values and its choice. */ kept: boolean;
  faults: readonly CellFault[];
};

/** The second new row of a fact and those after it appear when the one before is chosen, by CSS alone. */
const isLaterRow = (key: string) => isNewRow(key) && !key.endsWith('+1');
const AFTER_CHOSEN = "hidden [[data-cell]:has([name^='cell.']:checked)+&]:grid";

/** One cell: its present value, and a box to change it. Its fields appear when the box is ticked, by CSS alone. */
export function CellChoice({ cell: { key, title, content, shown, chosen }, typed, kept, faults }: CellChoiceProps) {
  const present = valueAsTyped(key, content?.value);
  const error = (part: string) => {
    const code = faults.find((fault) => fault.part === part)?.code;
    return code && faultInWords(code);
  };
  const field = (part: string) => {
    const name = fieldName(key, part);
    return { id: name, name, defaultValue: typed[name] ?? present[part] ?? '' };
  };
  const text = (part: 'note' | 'source') => {
    const name = fieldName(key, part);
    return {
      id: name,
      name,
      rows: 2,
      defaultValue: typed[name] ?? (part === 'note' ? (content?.note ?? '') : ''),
      error: error(part),
    };
  };
  const isChosen = kept ? chosenName(key) in typed : chosen;
  return (
    <div
      id={`cell-${key}`}
      role="group"
      data-cell
      aria-labelledby={`title-${key}`}
      className={`group/cell gap-x-10 gap-y-2 border-b border-rule py-4 md:grid-cols-[13rem_minmax(0,1fr)] ${isLaterRow(key) && !isChosen ? AFTER_CHOSEN : 'grid'}`}
    >
      <div>
        <h3 id={`title-${key}`} className="font-sans text-base font-semibold">
          {title}
        </h3>
        <Choice
          key={String(isChosen)}
          id={chosenName(key)}
          type="checkbox"
          name={chosenName(key)}
          label={
            <>
              {content ? 'Change' : 'State'}
              <span className="sr-only">: {title}</span>
            </>
          }
          defaultChecked={isChosen}
        />
      </div>
      <div className="min-w-0">
        {shown}
        <div className="mt-4 hidden space-y-4 border-s-2 border-accent ps-4 group-has-[[name^='cell.']:checked]/cell:block">
          <ValueControls cell={key} label="New value" error={error('value')} field={field} />
          {!isNameField(key) && fieldOf(key) !== null && !isNewRow(key) && (
            <Choice
              type="checkbox"
              id={fieldName(key, 'clear')}
              name={fieldName(key, 'clear')}
              value={JSON.stringify(present)}
              label="There is none, or none any more; the note says why"
              defaultChecked={fieldName(key, 'clear') in typed}
            />
          )}
          <TextArea {...text('note')} label="Note" mark="optional" />
          <TextArea
            {...text('source')}
            label="Source"
            hint="Where this can be looked up: a document with its date and page, or an address."
          />
          <TextInput
            id={fieldName(key, 'asOf')}
            name={fieldName(key, 'asOf')}
            label="True as of"
            mark="optional"
            hint="2019, 2019-11 or 2019-11-23. Left empty, a new value has no date, and an unchanged one keeps its own."
            width="short"
            defaultValue={typed[fieldName(key, 'asOf')] ?? ''}
            error={error('asOf')}
          />
        </div>
      </div>
    </div>
  );
}
