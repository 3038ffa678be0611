import { problem } from '@/app/server/problem';
import { matchesEntityTag } from '@/lib/platform/cache/etag';
import { failure } from '@/lib/platform/errors';

type Bytes = {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
  /** Since when the content is as it is; null where it is not known. */
  modified: Date | null;
  type: string;
  /** Cache-Control is among them. */
  headers: Record<string, string>;
  /** It is a file, of which a part can be asked for. */
  inParts: boolean;
};

/**
 * The answer to a reader of public bytes, by the conditions of the request (RFC 9110): 304 to one who has them, 206 with
 * the part that was asked for, 416 for a part beyond the end, otherwise 200 with all of them. Several parts at once are
 * answered with the whole.
 */
export function answerBytes(request: Request, { body, etag, modified, type, headers, inParts }: Bytes): Response {
  const common: Record<string, string> = {
    ...headers,
    ETag: etag,
    ...(modified && { 'Last-Modified': modified.toUTCString() }),
    ...(inParts && { 'Accept-Ranges': 'bytes' }),
  };
  if (hasIt(request, etag, modified)) return new Response(null, { status: 304, headers: common });
  const part = inParts ? partOf(request, { etag, modified, length: body.byteLength }) : null;
  if (part === null) return new Response(body, { headers: { ...common, 'Content-Type': type } });
  if (part === 'unsatisfiable') {
    const refused = problem(failure('range_not_satisfiable'));
    refused.headers.set('Content-Range', `bytes */${body.byteLength}`);
    return refused;
  }
  // The length counts the bytes as they are, so no server on the way may compress them.
  return new Response(body.subarray(part.first, part.last + 1), {
    status: 206,
    headers: {
      ...common,
      'Cache-Control': [common['Cache-Control'], 'no-transform'].filter(Boolean).join(', '),
      'Content-Type': type,
      'Content-Range': `bytes ${part.first}-${part.last}/${body.byteLength}`,
    },
  });
}

/** The entity tag is exact; a date, which has seconds only, is asked where there is no tag. */
function hasIt({ headers }: Request, etag: string, modified: Date | null): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return matchesEntityTag(tags, etag);
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return modified !== null && secondOf(modified) <= since;
}

const secondOf = (date: Date) => Math.floor(date.getTime() / 1_000) * 1_000;

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** The first and last byte of the part that is asked for; null where the whole is the answer. */
function partOf(
  { method, headers }: Request,
  { length, ...state }: { etag: string; modified: Date | null; length: number },
): { first: number; last: number } | 'unsatisfiable' | null {
  const [, from = '', to = ''] = RANGE.exec(headers.get('range')?.trim() ?? '') ?? [];
  if (method !== 'GET' || (from === '' && to === '') || !isStillThat(headers.get('if-range'), state)) return null;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return first > last ? 'unsatisfiable' : { first, last };
}

/** A weak tag does not promise equal bytes, so a part is given only by a strong one or by the very date. */
function isStillThat(ifRange: string | null, { etag, modified }: { etag: string; modified: Date | null }): boolean {
  if (ifRange === null) return true;
  if (/^(W\/)?"/.test(ifRange)) return ifRange === etag && !etag.startsWith('W/');
  return modified !== null && ifRange === modified.toUTCString();
}
