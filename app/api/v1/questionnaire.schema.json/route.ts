import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { portableJsonSchema } from '@/lib/calls/questionnaire/portable-schema';
import { origin } from '@/lib/platform/env';
import { apiPaths } from '@/lib/platform/i18n/paths';

/** The JSON schema of questionnaire files. */
export const GET = reading((request) =>
  sendJson(request, {
    key: 'questionnaire-schema',
    tags: [],
    load: () => Promise.resolve(portableJsonSchema(`${origin()}${apiPaths.questionnaireSchema}`)),
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
