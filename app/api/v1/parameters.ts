import { z } from 'zod';

/** What is said of a parameter that is not as it should be: a sentence that names it and what it takes. */
export type ParameterWords<Schema extends z.ZodObject> = Record<keyof z.infer<Schema>, string>;

type Asked<Parameters> = { ok: true; parameters: Parameters } | { ok: false; response: Response };

/** Reads the parameters of a request's address. A wrong or unknown one is answered with 400 and a sentence. */
export function readParameters<Schema extends z.ZodObject>(request: Request, schema: Schema, words: ParameterWords<Schema>): Asked<z.infer<Schema>> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return { ok: true, parameters: parsed.data };
  const known = Object.keys(words);
  const issues = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
    return names.map((path) => ({ path, detail: path in words ? (words as Record<string, string>)[path] : unknownParameter(known) }));
  });
  return { ok: false, response: badRequest(issues) };
}

const unknownParameter = (known: string[]) => `There is no such parameter here. This address takes: ${known.join(', ')}.`;

/** 400 with a sentence for each part of the request's address or headers that is not as it should be. */
export function badRequest(issues: { path: string; detail: string | undefined }[]): Response {
  const body = { type: 'about:blank', title: 'Bad Request', status: 400, detail: issues[0]?.detail, reason: 'malformed', issues };
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(body), { status: 400, headers });
}

/** Whether an address asks for no part in particular: what it then sends can be kept. */
export const asksForAll = (parameters: Record<string, unknown>) => Object.values(parameters).every((value) => value === undefined);

/** What stands in an address where something is named; anything else names nothing, and the database need not be asked. */
export const callSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const reference = z.string().regex(/^BPF-[A-Z0-9-]{1,40}-\d{3,9}$/);

export const MOST_ROWS = 500;
export const limit = z.coerce.number().int().min(1).max(MOST_ROWS).optional();
export const LIMIT_WORDS = `limit is a whole number from 1 to ${MOST_ROWS}.`;
