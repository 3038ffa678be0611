// Marks a page that failed because the database is down as a temporary failure, for browsers, nginx and search engines.

/**
 * Changes the status 500 of such an answer to 503, with the time after which to try again.
 * @param {import('node:http').ServerResponse} response
 * @param {{ databaseDown: boolean }} noted what instrumentation.ts notes while the request is answered
 */
export function sayUnavailable(response, noted) {
  const { writeHead } = response;
  response.writeHead = function watched(/** @type {number} */ status, /** @type {unknown[]} */ ...rest) {
    if (status !== 500 || !noted.databaseDown || response.headersSent)
      return Reflect.apply(writeHead, response, [status, ...rest]);
    response.setHeader('Retry-After', '10');
    response.setHeader('Cache-Control', 'no-store');
    return Reflect.apply(writeHead, response, [503, ...rest.filter((part) => typeof part !== 'string')]);
  };
}
