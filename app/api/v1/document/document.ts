import { z } from 'zod';
import type { CreateDocumentOptions, oas31 } from 'zod-openapi';
import { createDocument } from 'zod-openapi';
import { readings } from './operations';
import { READING } from '@/lib/platform/rate-limit/constants';
import { origin } from '@/lib/platform/env';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import type { SiteSettings } from '@/lib/platform/settings/settings-schema';
import {
  publicContribution,
  publicContributionSummary,
  publicProposedCell,
} from '@/lib/publication/contributions/schema';
import { publicRecord } from '@/lib/publication/answers/schema';
import { VALUE_SHAPES } from '@/lib/questions/registry';
import { publicCallWithReports } from '@/lib/publication/reports/editions/schema';
import * as shapes from '@/lib/publication/schema';
import { contributionPaths } from './contribution-paths';
import { datasetPaths } from './dataset-paths';
import { deskPaths } from './desk-paths';
import { downloadPaths } from './download-paths';
import { HEADERS } from './headers';
import { problemShape, PROBLEMS } from './problems';

export type ApiDocument = oas31.OpenAPIObject;

/** `YesNoValue` is the value of a question of the kind `yes-no`. */
function valueName(kind: string): string {
  const parts = kind.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return `${parts.join('')}Value`;
}

/** The shapes with a name in the document, for programs that generate types from it. */
const SCHEMAS = {
  Value: shapes.value,
  AgreementName: shapes.named,
  Cell: shapes.publicCell,
  Agreement: shapes.publicAgreement,
  Revision: shapes.publicRevision,
  Change: shapes.publicChange,
  Criterion: shapes.publicCriterion,
  CriterionSet: shapes.publicCriterionSet,
  CriterionRecord: shapes.publicCriterionRecord,
  Attribution: shapes.publicAttribution,
  ContributionSummary: publicContributionSummary,
  Contribution: publicContribution,
  ProposedCell: publicProposedCell,
  Project: shapes.publicProject,
  Record: publicRecord,
  ...Object.fromEntries([...VALUE_SHAPES].map(([kind, shape]) => [valueName(kind), shape])),
  Call: publicCallWithReports,
  Release: shapes.publicRelease,
  ReleaseWithChanges: shapes.publicReleaseWithChanges,
  ReleaseChanges: shapes.publicReleaseChanges,
  Problem: problemShape,
};

const TAGS = [
  { name: 'Agreements', description: 'The dataset: agreements, their facts and assessments, and the criteria.' },
  { name: 'Participants', description: 'The register of states and organisations that take part in agreements.' },
  { name: 'Changes and releases', description: 'What happened to the dataset, and the states of it that were frozen.' },
  {
    name: 'Contributions',
    description: 'What organisations have told the forum, and how a program tells it something.',
  },
  { name: 'Files', description: 'The whole dataset as files.' },
  {
    name: 'Desk',
    description: 'For editors’ own programs, with a token that an editor makes at the desk under Tokens.',
  },
  { name: 'This document', description: 'The API’s description of itself.' },
];

const descriptionBy = (
  publisher: string,
) => `The dataset of international cybersecurity agreements and the contributions it rests on, as the ${publisher} keeps them.

Reading needs no key and no account. Answers are JSON in UTF-8; moments are ISO 8601 in UTC; lists are objects with “data” and “next”. A decision of the editors is in the next answer: nothing here is stale.`;

const self = readings([
  {
    id: 'readDocument',
    tag: 'This document',
    summary: 'This description, in OpenAPI 3.1',
    description:
      'Made of the very shapes that the addresses read and answer with, with an example of each answer out of this installation’s own data.',
    path: apiPaths.openapi,
    answer: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }).describe('An OpenAPI document.'),
    tryIt: apiPaths.openapi,
  },
]);

/** The long pattern that `z.iso.datetime` adds to its format tells a reader nothing new. */
const override: CreateDocumentOptions['override'] = ({ jsonSchema }) => {
  if (jsonSchema.format === 'date-time' || jsonSchema.format === 'uuid') delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

/** With the settings it names: after a change it is made anew. */
let made: { settings: SiteSettings; document: ApiDocument } | undefined;

/** The API's description, made from the schemas of its routes. Without examples, which are data. */
export function apiDocument(): ApiDocument {
  const settings = siteSettings();
  if (made?.settings !== settings) made = { settings, document: documentWith(settings) };
  return made.document;
}

function documentWith({ publisher, licenceName, licenceLink }: SiteSettings): ApiDocument {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Cybersecurity agreements: the API',
        version: '1.0',
        description: descriptionBy(publisher),
        contact: { name: 'The editors of the forum', url: `${origin()}${pathsIn('en').about}` },
        license: { name: licenceName, url: licenceLink },
      },
      externalDocs: { url: `${origin()}${pathsIn('en').api}`, description: 'The same to read' },
      servers: [
        {
          url: '{origin}',
          description: 'This installation. A copy of it answers in the same way at an address of its own.',
          variables: {
            origin: { default: origin(), description: 'Where the installation is, without a slash at the end.' },
          },
        },
      ],
      tags: TAGS,
      'x-reading-limit': READING,
      paths: { ...datasetPaths, ...contributionPaths, ...downloadPaths, ...deskPaths, ...self },
      components: {
        schemas: SCHEMAS,
        headers: HEADERS,
        responses: PROBLEMS,
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'A personal token of an editor. It reads, or reads and decides, and ends on a day its owner chose.',
          },
        },
      },
    },
    { override },
  );
}
