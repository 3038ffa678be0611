import { z } from 'zod';
import { REFERENCE } from '@/lib/platform/reference';
import { isDay, pointText } from '@/lib/publication/past/snapshot';

/** The error for a wrong parameter: a sentence that names it and its valid values. */
export type ParameterWords<Schema extends z.ZodObject> = Record<keyof z.infer<Schema>, string>;

type ReadParameters<Parameters> = { ok: true; parameters: Parameters } | { ok: false; response: Response };

/** Parses the parameters of a request's address. A wrong or unknown one gets 400 and a sentence. */
export function readParameters<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  words: ParameterWords<Schema>,
): ReadParameters<z.infer<Schema>> {
  examined.add(request);
  const parsed = schema.safeParse(sentIn(new URL(request.url).searchParams, schema));
  if (parsed.success) return { ok: true, parameters: parsed.data };
  const known = Object.keys(words);
  const issues = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
    return names.map((path) => ({
      path,
      detail: Object.hasOwn(words, path) ? (words as Record<string, string>)[path] : unknownParameter(known),
    }));
  });
  return { ok: false, response: badRequest(issues) };
}

/** The requests whose parameters were parsed: for any other request, parameters would be silently ignored. */
const examined = new WeakSet<Request>();

/** 400 where a request has parameters and its route parses none; otherwise null. */
export function refuseParameters(request: Request): Response | null {
  if (examined.has(request)) return null;
  const names = [...new Set(new URL(request.url).searchParams.keys())];
  return names.length === 0
    ? null
    : badRequest(names.map((path) => ({ path, detail: 'This address takes no parameters.' })));
}

/** A parameter that may be repeated becomes a list; repeating any other one makes it invalid. */
function sentIn(query: URLSearchParams, { shape }: z.ZodObject): Record<string, string | string[] | undefined> {
  const takesMany = (name: string) =>
    Object.hasOwn(shape, name) && shape[name] instanceof z.ZodOptional && shape[name].unwrap() instanceof z.ZodArray;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 || takesMany(name) ? values : values[0]];
    }),
  );
}

const unknownParameter = (known: string[]) =>
  `There is no such parameter here. This address takes: ${known.join(', ')}.`;

/** 400 with a sentence for each wrong part of the request's address or headers. */
export function badRequest(issues: { path: string; detail: string | undefined }[]): Response {
  const body = {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: issues[0]?.detail,
    reason: 'malformed',
    issues,
  };
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(body), { status: 400, headers });
}

/** A cache key: the same parameters in any order have the same answer. */
export const keyOf = (name: string, parameters: Record<string, unknown>) =>
  [
    name,
    ...Object.entries(parameters)
      .flatMap(([parameter, value]) => (value === undefined ? [] : `${parameter}=${JSON.stringify(value)}`))
      .toSorted(),
  ].join(' ');

/** Whether an address has no parameters. */
export const asksForAll = (parameters: Record<string, unknown>) =>
  Object.values(parameters).every((value) => value === undefined);

/** The valid form of a name in an address. Any other text is not found without a query to the database. */
export const callSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const reference = z.string().regex(REFERENCE);

/** A version in an address, without a sign or leading zeros, so that each has one address. */
export const versionNumber = z.string().regex(/^[1-9]\d{0,5}$/);

export const MAX_ROWS = 500;
export const limit = z.coerce.number().int().min(1).max(MAX_ROWS).optional();
export const LIMIT_WORDS = `limit is a whole number from 1 to ${MAX_ROWS}.`;

/**
 * A past state of the dataset, of today at the latest. A text in the form of a day that is not a valid day is an error,
 * not the name of a release.
 */
export const at = pointText
  .refine((point) => (isDay(point) ? point <= today() : !/^\d{4}-\d{2}-\d{2}$/.test(point)))
  .optional();
export const AT_WORDS =
  'at is a day such as 2020-11-30, which means its end in UTC, or the name of a release. A day that has not begun in UTC has no state yet.';

const today = () => new Date().toISOString().slice(0, 10);
