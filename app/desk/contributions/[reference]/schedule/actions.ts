'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import type { Result } from '@/lib/platform/errors';
import { cancelSchedule, schedulePublication } from '@/lib/review/scheduling/schedule';
import { scheduleInput } from '@/lib/review/scheduling/schema';

const reference = z.string().max(60);

export const schedule = deskAction({
  may: 'contribution.publish',
  schema: scheduleInput.extend({ reference }),
  run: async (input, editor): Promise<Result> => {
    const scheduled = await schedulePublication({ editor, ...input });
    refresh();
    return scheduled.ok ? { ok: true } : scheduled;
  },
});

export const cancel = deskAction({
  may: 'contribution.publish',
  schema: z.object({ reference }),
  run: async (input, editor): Promise<Result> => {
    const cancelled = await cancelSchedule({ editor, ...input });
    refresh();
    return cancelled;
  },
});
