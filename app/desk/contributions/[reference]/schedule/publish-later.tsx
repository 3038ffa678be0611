import { cache } from 'react';
import { Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { Command } from '@/app/desk/parts/command';
import { clockIn } from '@/lib/calls/local-time';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { readSchedule } from '@/lib/review/scheduling/schedule';
import { cancel } from './actions';
import { ScheduleForm } from './schedule-form';

const readOnce = cache(readSchedule);

type ScheduleProps = { contribution: Pick<ReviewContribution, 'reference' | 'blocker'> };

/** The form that schedules the publication or moves its time. */
export async function PublishLater({ contribution: { reference } }: ScheduleProps) {
  const found = await readOnce(reference);
  if (!found) return null;
  const { timeZone, schedule } = found;
  return (
    <div className="mt-6">
      <ScheduleForm
        reference={reference}
        clock={`its call (${timeZone.replaceAll('_', ' ')})`}
        {...(schedule?.refused === null && {
          initial: { ...clockIn(timeZone, schedule.at), evenUndecided: schedule.evenUndecided },
        })}
      />
    </div>
  );
}

/** When it is published by itself, or why it was not; with the command that ends that. */
export async function ScheduleNotice({ contribution: { reference, blocker } }: ScheduleProps) {
  const found = await readOnce(reference);
  if (!found?.schedule) return null;
  const { at, evenUndecided, by, refused } = found.schedule;
  const moment = <Moment value={at.toISOString()} locale="en" timeZone={found.timeZone} />;
  return (
    <div className="mb-5 space-y-3">
      {refused === null ? (
        <Notice kind="info" title={<>It is published by itself on {moment}</>}>
          <p>
            {by} scheduled it.{' '}
            {evenUndecided
              ? 'It is published also if proposed values are undecided then.'
              : 'It is not published if a proposed value is undecided then.'}{' '}
            Nor is it if its contributor sends another version before.
          </p>
        </Notice>
      ) : (
        <Notice kind="warning" title={<>It was not published on {moment}, as scheduled</>}>
          <p>{errors.reasons[refused.reason]}</p>
        </Notice>
      )}
      {blocker === null && (
        <Command
          action={cancel}
          fields={{ reference }}
          label={refused === null ? 'Cancel the schedule' : 'Remove this notice'}
          done={refused === null ? 'It is no longer scheduled.' : 'Removed.'}
        />
      )}
    </div>
  );
}
