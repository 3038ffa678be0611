import type { Typed } from '@/app/ui/action-state';
import type { FieldOfForm } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { TextInput } from '@/app/ui/text-input';

type ScheduleFieldsProps = {
  /** Begins the ids of the fields. */
  id: string;
  field: (name: string, initial?: string) => FieldOfForm;
  typed: Typed;
  /** Whose clock the day and the time are of. */
  clock: string;
  initial?: { day: string; time: string; evenUndecided: boolean };
};

/** A day and a time in the next twelve months at which contributions are published by themselves. */
export function ScheduleFields({ id, field, typed, clock, initial }: ScheduleFieldsProps) {
  const ticked = typed.day === undefined ? initial?.evenUndecided : typed.evenUndecided === '1';
  return (
    <>
      <TextInput
        {...field('day', initial?.day)}
        id={`${id}-day`}
        type="date"
        label="Publish on"
        hint={`A day in the next twelve months, of the clock of ${clock}.`}
        width="short"
      />
      <TextInput {...field('time', initial?.time)} id={`${id}-time`} type="time" label="At" width="short" />
      <Checkbox
        id={`${id}-even-undecided`}
        name="evenUndecided"
        value="1"
        defaultChecked={ticked}
        label="Also if proposed values are undecided then"
      />
    </>
  );
}
