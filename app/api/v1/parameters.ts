import { z } from 'zod';
import { isDay, pointText } from '@/lib/publication/past/snapshot';

/** What is said of a parameter that is not as it should be: a sentence that names it and what it takes. */
export type ParameterWords<Schema extends z.ZodObject> = Record<keyof z.infer<Schema>, string>;

type Asked<Parameters> = { ok: true; parameters: Parameters } | { ok: false; response: Response };

/** Reads the parameters of a request's address. A wrong or unknown one is answered with 400 and a sentence. */
export function readParameters<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  words: ParameterWords<Schema>,
): Asked<z.infer<Schema>> {
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

/** The requests whose parameters somebody has read: of all others they would be ignored in silence. */
const examined = new WeakSet<Request>();

/** 400 where the address of a request has parameters and its route reads none; otherwise null. */
export function refuseParameters(request: Request): Response | null {
  if (examined.has(request)) return null;
  const names = [...new Set(new URL(request.url).searchParams.keys())];
  return names.length === 0
    ? null
    : badRequest(names.map((path) => ({ path, detail: 'This address takes no parameters.' })));
}

/** What may be given several times is a list; what may not, and is, is none of its values. */
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

/** 400 with a sentence for each part of the request's address or headers that is not as it should be. */
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

/** Names what an address asks for: the same parameters in any order are the same answer. */
export const keyOf = (name: string, parameters: Record<string, unknown>) =>
  [
    name,
    ...Object.entries(parameters)
      .flatMap(([parameter, value]) => (value === undefined ? [] : `${parameter}=${JSON.stringify(value)}`))
      .toSorted(),
  ].join(' ');

/** Whether an address asks for no part in particular. */
export const asksForAll = (parameters: Record<string, unknown>) =>
  Object.values(parameters).every((value) => value === undefined);

/** What stands in an address where something is named; anything else names nothing, and the database need not be asked. */
export const callSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const reference = z.string().regex(/^BPF-[A-Z0-9-]{1,40}-\d{3,9}$/);

/** A version as addresses name it: without a sign or zeros in front, so that each has one address. */
export const versionNumber = z.string().regex(/^[1-9]\d{0,5}$/);

export const MOST_ROWS = 500;
export const limit = z.coerce.number().int().min(1).max(MOST_ROWS).optional();
export const LIMIT_WORDS = `limit is a whole number from 1 to ${MOST_ROWS}.`;

/** A state of the dataset in the past. What is written like a day and is none names no release either, but a slip. */
export const at = pointText.refine((point) => isDay(point) || !/^\d{4}-\d{2}-\d{2}$/.test(point)).optional();
export const AT_WORDS = 'at is a day such as 2020-11-30, which means its end in UTC, or the name of a release.';
