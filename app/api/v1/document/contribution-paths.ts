import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  idempotencyKey,
  KEY_WORDS,
  submitted,
  submittedBefore,
} from '@/app/api/v1/calls/[call]/contributions/parameters';
import { parameters as contributionsAsked, words as contributionsWords } from '@/app/api/v1/contributions/parameters';
import { callSlug, reference } from '@/app/api/v1/parameters';
import { parameters as projectsAsked, words as projectsWords } from '@/app/api/v1/projects/parameters';
import { parameters as searchAsked, words as searchWords } from '@/app/api/v1/search/parameters';
import { searchResult } from '@/lib/publication/search/schema';
import { PORTABLE_FORMAT, PORTABLE_VERSION } from '@/lib/calls/questionnaire/portable-schema';
import { submissionSchema } from '@/lib/contributions/schema';
import { questionKey } from '@/lib/questions/question-key';
import { anyValue } from '@/lib/questions/registry';
import { apiPaths } from '@/lib/platform/i18n/paths';
import { publicRecord } from '@/lib/publication/answers/schema';
import { publicCallWithReports } from '@/lib/publication/reports/editions/schema';
import { publicProject } from '@/lib/publication/schema';
import { publicContribution, publicContributionSummary, publicStub } from '@/lib/publication/contributions/schema';
import { headersNamed } from './headers';
import { described, listOf, readings } from './operations';
import { problemsWith } from './problems';

/** The questions have as many shapes as there are kinds: the JSON schema of the file has them all. */
const portableShape = z.strictObject({
  format: z.literal(PORTABLE_FORMAT),
  version: z.literal(PORTABLE_VERSION).describe('The version of this format.'),
  content: z.looseObject({
    questions: z.array(z.looseObject({ key: z.string(), kind: z.string(), title: z.string() })),
    about: z.strictObject({ title: z.string(), help: z.string() }),
  }),
});

const reads = readings([
  {
    id: 'listContributions',
    tag: 'Contributions',
    summary: 'The published contributions, newest first',
    description:
      'Among them the tombstones of those that were withdrawn by their author or taken down by the editors: reference, dates and the editors’ reason are all that is left of them.',
    path: apiPaths.contributions,
    query: described(contributionsAsked, contributionsWords),
    answer: listOf(publicContributionSummary, 'the reference of a contribution'),
    paged: true,
    tryIt: `${apiPaths.contributions}?limit=1`,
  },
  {
    id: 'readContribution',
    tag: 'Contributions',
    summary: 'One contribution',
    description:
      'Its answers, signatories, projects and proposals, and what was decided on each. The author is named as far as they chose. A value of the dataset may come from a contribution that is not public; the answer says only that.',
    path: apiPaths.contribution('{reference}'),
    named: z.object({
      reference: reference.describe('The permanent reference of a contribution, such as BPF-2020-007.'),
    }),
    answer: z.union([publicContribution, publicStub]),
    tryIt: apiPaths.contributions,
  },
  {
    id: 'listProjects',
    tag: 'Contributions',
    summary: 'The projects that put agreements and norms into practice',
    description: 'As published contributions tell of them, those of the newest contribution first.',
    path: apiPaths.projects,
    query: described(projectsAsked, projectsWords),
    answer: listOf(publicProject, 'a contribution and a number'),
    paged: true,
    tryIt: `${apiPaths.projects}?limit=1`,
  },
  {
    id: 'search',
    tag: 'Agreements',
    summary: 'Everything that is public and has certain words',
    description:
      'In groups, the best hits first: agreements, values with their notes and quotations, criteria, contributions, projects, calls with their questions, and pages. A word finds its other forms. Where nothing is found, the answer has what is spelt alike.',
    path: apiPaths.search,
    query: described(searchAsked, searchWords),
    answer: searchResult,
    tryIt: `${apiPaths.search}?q=elections`,
  },
  {
    id: 'listCalls',
    tag: 'Contributions',
    summary: 'The calls for contributions, newest first',
    description:
      'Each with its state by the clock, which says whether it takes contributions now, and with its published reports and their files.',
    path: apiPaths.calls,
    answer: listOf(publicCallWithReports),
    tryIt: apiPaths.calls,
  },
  {
    id: 'listRecords',
    tag: 'Contributions',
    summary: 'What published contributions give to a question that asks for records',
    description:
      'Such as the incidents of a call about incidents: one entry for each record, those of the oldest contribution first.',
    path: apiPaths.callRecords('{call}', '{question}'),
    named: z.object({
      call: callSlug.describe('The name of a call, such as 2020.'),
      question: questionKey.describe('The key of one of its questions that asks for records.'),
    }),
    answer: listOf(publicRecord),
    tryIt: apiPaths.calls,
  },
  {
    id: 'readQuestionnaire',
    tag: 'Contributions',
    summary: 'What a call asks',
    description:
      'The newest version of its questionnaire, as a file that can be imported at the desk of another installation. What each kind of question sets is in the JSON schema of such files.',
    path: apiPaths.callQuestionnaire('{call}'),
    named: z.object({ call: callSlug.describe('The name of a call, such as 2020.') }),
    answer: portableShape,
    tryIt: apiPaths.calls,
  },
  {
    id: 'readQuestionnaireSchema',
    tag: 'Contributions',
    summary: 'The JSON schema of questionnaire files',
    description: 'In JSON Schema 2020-12: sections, audiences, and the settings of every kind of question.',
    path: apiPaths.questionnaireSchema,
    answer: z.looseObject({ $schema: z.string(), properties: z.looseObject({}) }).describe('A JSON schema.'),
    tryIt: apiPaths.questionnaireSchema,
  },
]);

/** The questions depend on the call: the document only knows the type of their keys. */
const submission = submissionSchema({ questions: [] }, []).safeExtend({
  answers: z
    .record(z.string(), z.string())
    .default({})
    .describe('The answers by the keys of the call’s questions, in Markdown.'),
  values: z
    .record(z.string(), anyValue)
    .optional()
    .describe(
      'The values by the keys of those questions that ask for more than text, each in the shape of its question’s kind. The call’s questionnaire says which choices, rows and limits it has.',
    ),
});

const writes: ZodOpenApiPathsObject = {
  '/api/v1/calls/{call}/contributions': {
    post: {
      operationId: 'submitContribution',
      tags: ['Contributions'],
      summary: 'Send a contribution to a call',
      description:
        'The same that the form sends, and checked in the same way. No account is needed. It is read by the editors before any of it is public; what identifies its author is published as far as “about.attribution” or “about.show” says, which is nothing where neither is there, and contact details never. “language” says what it is written in, as in ISO 639-1. Nothing is stored unless all of it can be.',
      security: [],
      requestParams: {
        path: z.object({ call: callSlug.describe('The name of a call, such as 2020.') }),
        header: z.object({
          'Idempotency-Key': idempotencyKey
            .optional()
            .describe(
              `${KEY_WORDS} The same request can then be sent again after a lost answer, and is stored once; with another body, a key that was used is refused (422). Without a key, words that were sent before are not stored again (409).`,
            ),
        }),
      },
      requestBody: { required: true, content: { 'application/json': { schema: submission } } },
      responses: {
        201: {
          description: 'It has been stored.',
          headers: headersNamed('Location'),
          content: { 'application/json': { schema: submitted } },
        },
        200: {
          description: 'It had been stored before, by a request with the same key.',
          headers: headersNamed('Location'),
          content: { 'application/json': { schema: submittedBefore } },
        },
        ...problemsWith(400, 404, 409, 413, 415, 422, 429, 503),
      },
    },
  },
};

export const contributionPaths = { ...reads, ...writes };
