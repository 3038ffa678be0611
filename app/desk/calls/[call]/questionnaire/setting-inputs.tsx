'use client';

import { COMMANDS, listPlace, valueAt } from '@/lib/calls/questionnaire/editing';
import { isListSetting, rowFieldsOf } from '@/lib/calls/questionnaire/setting-fields';
import type { SettingField } from '@/lib/questions/settings';
import { FieldError } from '@/app/ui/field-error';
import { Fieldset } from '@/app/ui/fieldset';
import { kindName } from '@/app/desk/words/question-kinds';
import { CommandButton } from './command-button';
import { controlId, useEditor } from './editor-context';
import { TypedLine, TypedSelect, TypedTick } from './typed-inputs';

/** The fields of settings, made from what the kind says of them. `path` is where they are in the questionnaire. */
export function SettingInputs({ fields, path }: { fields: readonly SettingField[]; path: string }) {
  return fields.map((field) => <SettingInput key={field.name} field={field} path={`${path}.${field.name}`} />);
}

function SettingInput({ field, path }: { field: SettingField; path: string }) {
  const { typed } = useEditor();
  const { label, hint } = field;
  if (isListSetting(field)) return <SettingRows field={field} path={path} />;
  if (field.type === 'flag') return <TypedTick path={path} label={label} hint={hint} />;
  if (field.type === 'choices')
    return (
      <TypedSelect path={path} label={label} hint={hint}>
        {valueAt(typed, path) === '' && <option value="">As usual</option>}
        {field.choices.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name === value ? kindName(value) : name}
          </option>
        ))}
      </TypedSelect>
    );
  return <TypedLine path={path} label={label} hint={hint} width={field.type === 'number' ? 'short' : 'full'} />;
}

/** A list of rows, each with fields of its own. */
function SettingRows({ field, path }: { field: SettingField; path: string }) {
  const { typed, derived } = useEditor();
  const value = valueAt(typed, path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const fault = derived.faults.find((one) => one.path === path)?.detail;
  return (
    <Fieldset id={controlId(path)} legend={field.label} hint={field.hint}>
      {fault && <FieldError id={`${controlId(path)}-fault`}>{fault}</FieldError>}
      <ol className="space-y-4">
        {rows.map((row, at) => (
          <li key={at} className="border-s-2 border-rule ps-4">
            <Fieldset id={controlId(`${path}.${at}`)} legend={`${field.label} ${at + 1}`}>
              <div className="space-y-3">
                <SettingInputs fields={rowFieldsOf(field, row)} path={`${path}.${at}`} />
                <RowButtons path={path} at={at} count={rows.length} what={`${field.label} ${at + 1}`} />
              </div>
            </Fieldset>
          </li>
        ))}
      </ol>
      <RemovedRows path={path} />
      <p className="mt-3">
        <CommandButton command={COMMANDS.addRow(path)}>Add to “{field.label}”</CommandButton>
      </p>
    </Fieldset>
  );
}

type RowButtonsProps = { path: string; at: number; count: number; what: string };

/** Moves and removes a row of a list. */
export function RowButtons({ path, at, count, what }: RowButtonsProps) {
  return (
    <p className="flex flex-wrap gap-x-4">
      {at > 0 && (
        <CommandButton variant="quiet" command={COMMANDS.upRow(path, at)} about={what}>
          Up
        </CommandButton>
      )}
      {at < count - 1 && (
        <CommandButton variant="quiet" command={COMMANDS.downRow(path, at)} about={what}>
          Down
        </CommandButton>
      )}
      <CommandButton variant="quiet" command={COMMANDS.removeRow(path, at)} about={what}>
        Remove
      </CommandButton>
    </p>
  );
}

/** The rows of a list that were removed and can be brought back. */
export function RemovedRows({ path }: { path: string }) {
  const { typed } = useEditor();
  const place = listPlace(typed, path);
  const removed = typed.removedRows.filter((one) => one.question === place.question && one.path === place.path);
  if (removed.length === 0) return null;
  return (
    <ul className="mt-3 text-sm">
      {removed.map(({ id, at, row }) => {
        const name = removedName(row) ?? `the one at place ${Number(at) + 1}`;
        return (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <span dir="auto">Removed: {name}</span>
            <CommandButton variant="quiet" command={COMMANDS.restoreRow(id)} about={name}>
              Bring back
            </CommandButton>
          </li>
        );
      })}
    </ul>
  );
}

/** What a row is known by: what it is called, or what its rule compares with. */
const removedName = (row: Record<string, unknown>): string | undefined =>
  [row.label, row.title, row.value, row.key].find((text): text is string => typeof text === 'string' && text !== '');
