import type { Locale } from './routing';

const callPathsIn = (locale: Locale) => ({
  calls: `/${locale}/calls`,
  call: (call: string) => `/${locale}/calls/${call}`,
  /** By a private link, before the call is public. */
  callPreview: (token: string) => `/${locale}/preview/${token}`,
  callPreviewForm: (token: string) => `/${locale}/preview/${token}/form`,
  callQuestions: (call: string) => `/${locale}/calls/${call}/questions.docx`,
  /** The answers of published contributions: `csv` or `xlsx`. */
  callAnswers: (call: string, ending: 'csv' | 'xlsx') => `/${locale}/calls/${call}/answers.${ending}`,
  callAnswersByQuestion: (call: string) => `/${locale}/calls/${call}/answers-by-question.csv`,
  callRecords: (call: string, question: string) => `/${locale}/calls/${call}/records/${question}`,
  callRecordsFile: (call: string, question: string, ending: 'csv' | 'xlsx') =>
    `/${locale}/calls/${call}/records/${question}/records.${ending}`,
  /** The published reports of a call, and one of them. */
  callReports: (call: string) => `/${locale}/calls/${call}/report`,
  callReport: (call: string, edition: number) => `/${locale}/calls/${call}/report/${edition}`,
  callReportFile: (call: string, edition: number, file: string) => `/${locale}/calls/${call}/report/${edition}/${file}`,
  contribute: (call: string) => `/${locale}/calls/${call}/contribute`,
});

/** Every address a reader can be sent to, in one language. Links are made here and nowhere else. */
export const pathsIn = (locale: Locale) => ({
  home: `/${locale}`,
  ...callPathsIn(locale),
  ...formPaths(locale),
  agreements: `/${locale}/agreements`,
  agreement: (slug: string) => `/${locale}/agreements/${slug}`,
  /** The corrections that wait for a decision. */
  challenges: `/${locale}/challenges`,
  /** What can be counted of the contributions, and each table as a CSV file. */
  statistics: `/${locale}/statistics`,
  statisticsFile: (table: string) => `/${locale}/statistics/${table}.csv`,
  agreementVersion: (slug: string, version: number) => `/${locale}/agreements/${slug}/versions/${version}`,
  /** The agreement at an earlier time: `point` is a day (`2020-11-30`, its end in UTC) or the name of a release. */
  agreementAt: (slug: string, point: string) => `/${locale}/agreements/${slug}/at/${point}`,
  criteria: `/${locale}/criteria`,
  criterion: (key: string) => `/${locale}/criteria/${key}`,
  /** The cells of one criterion as a file. */
  criterionCells: (key: string) => `/${locale}/criteria/${key}/cells.csv`,
  /** The documents that cells rest on. */
  sources: `/${locale}/sources`,
  source: (key: string) => `/${locale}/sources/${key}`,
  matrix: `/${locale}/matrix`,
  compare: `/${locale}/compare`,
  analysis: `/${locale}/analysis`,
  limits: `/${locale}/analysis/limits`,
  analysisOf: (set: string) => `/${locale}/analysis/${set}`,
  /** The folder of the files of a set's figures: `coverage.svg`, `coverage.csv` and so on. */
  analysisFigures: (set: string) => `/${locale}/analysis/figures/${set}`,
  uniqueElements: `/${locale}/analysis/figures/unique-elements.csv`,
  contributions: `/${locale}/contributions`,
  contribution: (reference: string) => `/${locale}/contributions/${reference}`,
  participants: `/${locale}/participants`,
  participant: (slug: string) => `/${locale}/participants/${slug}`,
  agreementParticipants: (slug: string) => `/${locale}/agreements/${slug}/participants`,
  projects: `/${locale}/projects`,
  search: `/${locale}/search`,
  /** The answers to the questions of one key in all calls. */
  answers: (question: string) => `/${locale}/questions/${question}`,
  data: `/${locale}/data`,
  releases: `/${locale}/releases`,
  release: (slug: string) => `/${locale}/releases/${slug}`,
  api: `/${locale}/api`,
  about: `/${locale}/about`,
  /** What is kept of people, how long, and their rights. */
  privacy: `/${locale}/privacy`,
  method: `/${locale}/method`,
  background: `/${locale}/background`,
  glossary: `/${locale}/glossary`,
});

/** Where readers say what should read differently. */
const formPaths = (locale: Locale) => ({
  /** The link for readers who can correct an agreement: it leads to its update in the call that is open now. */
  agreementUpdate: (slug: string) => `/${locale}/update/${slug}`,
  /** Where private links are sent to their owner's address. */
  myLink: `/${locale}/my-link`,
  /** The short form that corrects one cell: a fact, a row of one, or a criterion. */
  correction: (slug: string, cell: string) => `/${locale}/correct/${slug}/${cell}`,
});

/** Where editors work: outside the languages, the desk is in English. */
export const deskPath = '/desk';

export const apiPaths = {
  agreements: '/api/v1/agreements',
  agreement: (slug: string) => `/api/v1/agreements/${slug}`,
  agreementVersion: (slug: string, version: number) => `/api/v1/agreements/${slug}/versions/${version}`,
  history: (slug: string) => `/api/v1/agreements/${slug}/history`,
  criteria: '/api/v1/criteria',
  criterion: (key: string) => `/api/v1/criteria/${key}`,
  analysisOf: (set: string) => `/api/v1/analysis/${set}`,
  sources: '/api/v1/sources',
  source: (key: string) => `/api/v1/sources/${key}`,
  calls: '/api/v1/calls',
  callRecords: (call: string, question: string) => `/api/v1/calls/${call}/records/${question}`,
  callQuestionnaire: (call: string) => `/api/v1/calls/${call}/questionnaire`,
  questionnaireSchema: '/api/v1/questionnaire.schema.json',
  contributions: '/api/v1/contributions',
  contribution: (reference: string) => `/api/v1/contributions/${reference}`,
  releases: '/api/v1/releases',
  release: (slug: string) => `/api/v1/releases/${slug}`,
  participants: '/api/v1/participants',
  participant: (slug: string) => `/api/v1/participants/${slug}`,
  agreementParticipants: (slug: string) => `/api/v1/agreements/${slug}/participants`,
  projects: '/api/v1/projects',
  search: '/api/v1/search',
  changes: '/api/v1/changes',
  openapi: '/api/v1/openapi.json',
};

export const downloadPath = (file: string, release = 'latest') => `/data/${release}/${file}`;

/** Atom feeds, for readers and programs that want to follow changes. */
export const feedPaths = { contributions: '/feeds/contributions.atom', dataset: '/feeds/dataset.atom' };
export const agreementFeedPath = (slug: string) => `/feeds/agreements/${slug}.atom`;
