import { STATUS_CODES } from 'node:http';
import { createTranslator } from 'next-intl';
import { REASONS } from '@/lib/platform/errors';
import type { Failure, Issue } from '@/lib/platform/errors';
import errors from '@/lib/platform/i18n/messages/en/errors.json';

const words = createTranslator({ locale: 'en', messages: errors });

/** The sentence for a reason, for forms and the API. */
export const sentenceFor = (failed: Failure) => words(`reasons.${failed.reason}`);

/** The sentence for one fault, with its numbers if it has any. */
function sentenceForIssue({ code, params }: Issue): string {
  // Codes come from the schemas; an unknown one gets a general sentence.
  const numbered = `limits.${code}` as Parameters<typeof words.has>[0];
  if (params && words.has(numbered)) return words(numbered, params);
  const plain = `codes.${code}` as Parameters<typeof words.has>[0];
  return words.has(plain) ? words(plain) : words('codes.invalid');
}

/** A failure in the form of RFC 9457: status, a sentence, our reason code, and the place of each fault. */
export function problem(failed: Failure): Response {
  const status = REASONS[failed.reason];
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: sentenceFor(failed),
    reason: failed.reason,
    ...(failed.issues && {
      issues: failed.issues.map((issue) => ({ path: issue.path, code: issue.code, detail: sentenceForIssue(issue) })),
    }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer');
  if (status === 503) headers.set('Retry-After', '10');
  if (failed.retryAfterSeconds) headers.set('Retry-After', String(failed.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status, headers });
}
