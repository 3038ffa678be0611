import { problem } from '@/app/server/problem';
import { allowReading, reading } from '@/app/api/v1/reading';
import { failure } from '@/lib/platform/errors';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';

/** Every unknown address below /api/v1: programs get a JSON answer that names the list of addresses. */
export const GET = reading(async () => {
  const response = problem(failure('not_found'));
  response.headers.set('Link', `<${apiPaths.openapi}>; rel="service-desc", <${pathsIn('en').api}>; rel="service-doc"`);
  return response;
});

export const [POST, PUT, PATCH, DELETE] = [GET, GET, GET, GET];
export const OPTIONS = allowReading;
