import { z } from 'zod';
import type { Questionnaire } from '@/lib/calls/schema';
import { failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { issueInWords, typedPath } from './faults';
import { placeInWords } from './places';
import { DRAFT_FORMAT, PORTABLE_FORMAT, PORTABLE_VERSION, portableQuestionnaire } from './portable-schema';
import type { PortableQuestionnaire } from './portable-schema';
import { readTyped, typedAsIs } from './typed-questionnaire';
import type { TypedQuestionnaire } from './typed-questionnaire';

/** A questionnaire as a file. */
export const portableOf = (content: Questionnaire): PortableQuestionnaire => ({
  format: PORTABLE_FORMAT,
  version: PORTABLE_VERSION,
  content,
});

/** An incomplete draft as a file, marked as one: only an editor of questionnaires can read it. */
export const draftFileOf = (typed: TypedQuestionnaire) => ({
  format: DRAFT_FORMAT,
  version: PORTABLE_VERSION,
  content: { ...typed, removed: [], removedRows: [] },
});

const named = z.object({
  format: z.literal([PORTABLE_FORMAT, DRAFT_FORMAT]),
  version: z.unknown(),
  content: z.unknown().optional(),
});

/**
 * Reads a questionnaire or a draft from a file. Fails with `not_a_questionnaire`; each issue has its sentence in `params.sentence`, which names
 * the place in words.
 */
export function readPortable(text: string): Result<{ content: Questionnaire } | { draft: TypedQuestionnaire }> {
  const file = parsedJson(text);
  if (file === undefined) return refused('', 'This is not a JSON file: it can’t be read.');
  const head = named.safeParse(file);
  if (!head.success) return refused('format', `This is no questionnaire file: “format” must be “${PORTABLE_FORMAT}”.`);
  if (head.data.version !== PORTABLE_VERSION)
    return refused(
      'version',
      `This file is of version ${JSON.stringify(head.data.version) ?? 'unknown'} of the format. Only version ${PORTABLE_VERSION} can be read here: export it again from an installation of the same version.`,
    );
  if (head.data.format === DRAFT_FORMAT) return { ok: true, draft: readTyped(head.data.content) };
  const parsed = portableQuestionnaire.safeParse(file);
  if (parsed.success) return { ok: true, content: parsed.data.content };
  return failure(
    'not_a_questionnaire',
    parsed.error.issues.map((issue) => issueOf(issue, file)),
  );
}

function parsedJson(text: string): unknown {
  try {
    // Some programs put a byte order mark before the text.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

const refused = (path: string, sentence: string) => failure('not_a_questionnaire', [faultAt(path, sentence)]);
const faultAt = (path: string, sentence: string): Issue => ({
  path,
  code: 'not_a_questionnaire',
  params: { sentence },
});

function issueOf(issue: z.core.$ZodIssue, file: unknown): Issue {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
  const [top, ...inside] = path;
  const content = typeof file === 'object' && file !== null && 'content' in file ? file.content : {};
  const typed = typedAsIs(content);
  const place = top === 'content' && inside.length > 0 ? placeInWords(typedPath(inside, typed), typed) : 'The file';
  return faultAt(path.join('.'), `${place}: ${issueInWords(issue)}`);
}
