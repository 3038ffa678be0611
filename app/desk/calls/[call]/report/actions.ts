'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import { callSlug } from '@/lib/calls/schema';
import type { Result } from '@/lib/platform/errors';
import { publishReport } from '@/lib/publication/reports/editions/publish';
import { synthesisInput } from '@/lib/publication/reports/synthesis/schema';
import { saveReportText } from '@/lib/publication/reports/synthesis/texts';
import { reportKey, setWithheld, withholdingInput } from '@/lib/publication/withholding/withholding';
import { readSynthesisForm } from './synthesis-form-data';

/** After success the page says what has happened, and begins with what is stored. */
function arrive<R extends Result>(result: R, call: string, done: string): R {
  if (result.ok) redirect(`/desk/calls/${call}/report?done=${done}`);
  return result;
}

export const save = deskAction({
  may: 'report.write',
  schema: synthesisInput,
  read: (form) => readSynthesisForm(fieldsOf(form)),
  run: async (input, editor) => {
    const result = await saveReportText(editor, input);
    // The form then names the version that was saved meanwhile.
    if (!result.ok && result.reason === 'draft_changed') refresh();
    return arrive(result, input.call, 'saved');
  },
});

export const publish = deskAction({
  may: 'report.publish',
  schema: z.strictObject({
    call: callSlug,
    base: z.coerce.number().int().min(0),
    permanent: z.literal('yes', { error: 'permanence_needed' }),
  }),
  run: async ({ call, base }, admin) => arrive(await publishReport({ admin, call, base }), call, 'published'),
});

export const withhold = deskAction({
  may: 'publication.withhold',
  schema: withholdingInput.extend({
    call: callSlug,
    number: z.coerce.number().int().min(1),
    withheld: z.enum(['yes', 'no']),
  }),
  run: async ({ call, number, withheld, reason }, admin) =>
    arrive(
      await setWithheld({
        admin,
        subject: { kind: 'report', key: reportKey(call, number) },
        reason,
        withheld: withheld === 'yes',
      }),
      call,
      withheld === 'yes' ? 'withheld' : 'given-out',
    ),
});
