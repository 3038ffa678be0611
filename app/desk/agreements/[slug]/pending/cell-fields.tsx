'use client';

import type { Typed } from '@/app/ui/action-state';
import { Choice } from '@/app/ui/choice';
import { FieldError } from '@/app/ui/field-error';
import { Link } from '@/app/ui/link';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { PendingCell } from '@/app/desk/pending/pending-cell';
import type { ShownCell, ShownVariant } from '@/app/desk/pending/pending-cell';
import { cellField, variantField } from './decided-cells';
import type { CellFault } from './decided-cells';

/** One proposal, no conflict, and nothing that keeps this editor from deciding. */
export const isReady = (cell: ShownCell) =>
  cell.variants.length === 1 && cell.variants.every((one) => one.state !== 'conflict' && mayAccept(cell, one));

/** Accepting one decides all others of the cell along, but those to which their contributor has not agreed yet. */
const mayAccept = ({ ofRegister, agreement, variants }: ShownCell, variant: ShownVariant) =>
  !ofRegister &&
  !agreement.retired &&
  !variant.awaitsConsent &&
  variants.every(({ blocker, awaitsConsent }) => awaitsConsent || blocker === null);

type CellFieldsProps = { cell: ShownCell; typed: Typed; faults: readonly CellFault[] };

/** One undecided cell with the choices on each of its variants, and one reason for those that are rejected. */
export function CellFields({ cell, typed, faults }: CellFieldsProps) {
  const { id, title, variants, ofRegister } = cell;
  const rejectable = ofRegister
    ? []
    : variants.filter(({ blocker, awaitsConsent }) => blocker === null && !awaitsConsent);
  const reason = faults.find(({ part }) => part === 'reason');
  const others = faults.filter((fault) => fault !== reason);
  return (
    <div className="group/cell">
      <PendingCell
        anchor={`cell-${id}`}
        heading={title}
        cell={cell}
        atFault={others.length > 0}
        choices={(variant) => rejectable.includes(variant) && <Choices cell={cell} variant={variant} typed={typed} />}
      >
        {others.map(({ code }) => (
          <FieldError key={code} id={`${id}-${code}`}>
            Not recorded: {faultInWords(code)}
          </FieldError>
        ))}
        {ofRegister && <OfRegister variants={variants} />}
        {rejectable.length > 1 && (
          <Choice
            type="checkbox"
            id={cellField(id, 'others')}
            name={cellField(id, 'others')}
            value="reject"
            defaultChecked={typed[cellField(id, 'others')] === 'reject'}
            label="Reject the others"
            hint="Otherwise they are superseded by the one that is accepted."
            className={`hidden text-sm ${WHEN_ACCEPTED}`}
          />
        )}
        {rejectable.length > 0 && (
          <div className={`mt-2 hidden ${WHEN_REJECTED}`}>
            <FormReasonField
              id={cellField(id, 'reason')}
              name={cellField(id, 'reason')}
              label="Reason for rejecting"
              hint="The contributors read it."
              defaultValue={typed[cellField(id, 'reason')]}
              error={reason && faultInWords(reason.code)}
            />
          </div>
        )}
      </PendingCell>
    </div>
  );
}

// The fields of a choice appear when it is made, by CSS alone.
const WHEN_ACCEPTED = 'group-has-[[value=accept]:checked]/cell:flex';
const WHEN_REJECTED =
  'group-has-[[type=radio][value=reject]:checked]/cell:block group-has-[[type=checkbox][value=reject]:checked]/cell:block';

function Choices({ cell, variant, typed }: { cell: ShownCell; variant: ShownVariant; typed: Typed }) {
  const { id, references, state } = variant;
  const name = variantField(id, 'outcome');
  const conflict = state === 'conflict';
  const fixed = {
    cell: cell.id,
    changes: variant.changes.join(' '),
    seen: String(cell.version),
    conflict: conflict ? 'yes' : '',
    ready: isReady(cell) ? 'yes' : '',
  };
  const options = [
    ['', 'Later'],
    ...(mayAccept(cell, variant) ? [['accept', conflict ? 'Accept over the current value' : 'Accept'] as const] : []),
    ['reject', 'Reject'],
  ] as const;
  return (
    <fieldset className="self-start">
      <legend className="sr-only">
        {cell.title}, {references[0]}
      </legend>
      {Object.entries(fixed).map(([part, value]) => (
        <input key={part} type="hidden" name={variantField(id, part)} value={value} />
      ))}
      <div className="flex flex-wrap gap-x-4">
        {options.map(([value, label]) => (
          <Choice
            key={value}
            type="radio"
            id={`${id}-${value || 'later'}`}
            name={name}
            value={value}
            defaultChecked={(typed[name] ?? '') === value}
            label={label}
            className="!gap-1.5 text-sm"
          />
        ))}
      </div>
    </fieldset>
  );
}

function OfRegister({ variants }: { variants: readonly ShownVariant[] }) {
  const reference = variants[0]?.references[0];
  return (
    <p className="text-sm text-muted">
      It is entered in the register of participants:{' '}
      <Link href={`/desk/contributions/${reference}`} className="link">
        decide it in its contribution
      </Link>
      .
    </p>
  );
}
