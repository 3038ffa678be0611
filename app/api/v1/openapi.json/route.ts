import { EXAMPLE_TAGS } from '@/app/api/v1/document/examples';
import { readIllustrated } from '@/app/api/v1/document/illustrated';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';

/** The API's description of itself, in OpenAPI 3.1. */
export const GET = reading((request) =>
  sendJson(request, { key: 'openapi', tags: EXAMPLE_TAGS, load: readIllustrated }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
