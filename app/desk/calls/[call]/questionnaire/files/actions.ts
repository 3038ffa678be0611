'use server';

import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { importQuestionnaire } from '@/lib/calls/questionnaire/drafts';
import { failure } from '@/lib/platform/errors';

/** Any questionnaire within the limits of its fields is smaller than this. */
const MAX_BYTES = 2 * 1024 * 1024;

export const importFile = deskAction({
  may: 'call.manage',
  schema: z.strictObject({ slug: z.string(), version: z.coerce.number().int().min(0), file: z.instanceof(File) }),
  read: (form) => ({ slug: form.get('slug'), version: form.get('version'), file: form.get('file') }),
  run: async ({ slug, version, file }, editor) => {
    if (file.size === 0) return failure('invalid', [{ path: 'file', code: 'questionnaire_file_needed' }]);
    if (file.size > MAX_BYTES) return failure('invalid', [{ path: 'file', code: 'questionnaire_file_too_large' }]);
    return importQuestionnaire({ editor, slug, text: await file.text(), version });
  },
});
