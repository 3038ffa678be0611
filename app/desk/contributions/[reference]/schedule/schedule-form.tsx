'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ScheduleFields } from '@/app/desk/parts/schedule-fields';
import { schedule } from './actions';

type ScheduleFormProps = {
  reference: string;
  /** Whose clock the day and the time are of. */ clock: string;
  /** How it is scheduled; absent if it is not. */ initial?: { day: string; time: string; evenUndecided: boolean };
};

/** Schedules the publication, or gives it another time. */
export function ScheduleForm({ reference, clock, initial }: ScheduleFormProps) {
  return (
    <DeskForm
      action={schedule}
      fields={{ reference }}
      done="Scheduled. When it is published is shown above."
      summary={initial ? 'Change the time' : 'Schedule it for later'}
      className="mt-4 space-y-4"
      buttons={<SubmitButton variant="secondary">{initial ? 'Change the schedule' : 'Schedule it'}</SubmitButton>}
    >
      {({ field, typed }) => (
        <ScheduleFields id="schedule" field={field} typed={typed} clock={clock} initial={initial} />
      )}
    </DeskForm>
  );
}
