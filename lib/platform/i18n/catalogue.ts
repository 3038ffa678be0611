import about from '@/lib/platform/i18n/messages/en/about.json' with { type: 'json' };
import abuse from '@/lib/platform/i18n/messages/en/abuse.json' with { type: 'json' };
import agreements from '@/lib/platform/i18n/messages/en/agreements.json' with { type: 'json' };
import analysis from '@/lib/platform/i18n/messages/en/analysis.json' with { type: 'json' };
import answers from '@/lib/platform/i18n/messages/en/answers.json' with { type: 'json' };
import api from '@/lib/platform/i18n/messages/en/api.json' with { type: 'json' };
import attachments from '@/lib/platform/i18n/messages/en/attachments.json' with { type: 'json' };
import background from '@/lib/platform/i18n/messages/en/background.json' with { type: 'json' };
import calls from '@/lib/platform/i18n/messages/en/calls.json' with { type: 'json' };
import challenges from '@/lib/platform/i18n/messages/en/challenges.json' with { type: 'json' };
import common from '@/lib/platform/i18n/messages/en/common.json' with { type: 'json' };
import compare from '@/lib/platform/i18n/messages/en/compare.json' with { type: 'json' };
import contribute from '@/lib/platform/i18n/messages/en/contribute.json' with { type: 'json' };
import contributions from '@/lib/platform/i18n/messages/en/contributions.json' with { type: 'json' };
import correspondence from '@/lib/platform/i18n/messages/en/correspondence.json' with { type: 'json' };
import criteria from '@/lib/platform/i18n/messages/en/criteria.json' with { type: 'json' };
import data from '@/lib/platform/i18n/messages/en/data.json' with { type: 'json' };
import entered from '@/lib/platform/i18n/messages/en/entered.json' with { type: 'json' };
import errors from '@/lib/platform/i18n/messages/en/errors.json' with { type: 'json' };
import facts from '@/lib/platform/i18n/messages/en/facts.json' with { type: 'json' };
import feeds from '@/lib/platform/i18n/messages/en/feeds.json' with { type: 'json' };
import finding from '@/lib/platform/i18n/messages/en/finding.json' with { type: 'json' };
import glossary from '@/lib/platform/i18n/messages/en/glossary.json' with { type: 'json' };
import home from '@/lib/platform/i18n/messages/en/home.json' with { type: 'json' };
import intake from '@/lib/platform/i18n/messages/en/intake.json' with { type: 'json' };
import limits from '@/lib/platform/i18n/messages/en/limits.json' with { type: 'json' };
import matrix from '@/lib/platform/i18n/messages/en/matrix.json' with { type: 'json' };
import method from '@/lib/platform/i18n/messages/en/method.json' with { type: 'json' };
import notfound from '@/lib/platform/i18n/messages/en/notfound.json' with { type: 'json' };
import participants from '@/lib/platform/i18n/messages/en/participants.json' with { type: 'json' };
import privacy from '@/lib/platform/i18n/messages/en/privacy.json' with { type: 'json' };
import progress from '@/lib/platform/i18n/messages/en/progress.json' with { type: 'json' };
import projects from '@/lib/platform/i18n/messages/en/projects.json' with { type: 'json' };
import questions from '@/lib/platform/i18n/messages/en/questions.json' with { type: 'json' };
import releases from '@/lib/platform/i18n/messages/en/releases.json' with { type: 'json' };
import reports from '@/lib/platform/i18n/messages/en/reports.json' with { type: 'json' };
import returning from '@/lib/platform/i18n/messages/en/returning.json' with { type: 'json' };
import search from '@/lib/platform/i18n/messages/en/search.json' with { type: 'json' };
import sharing from '@/lib/platform/i18n/messages/en/sharing.json' with { type: 'json' };
import signoff from '@/lib/platform/i18n/messages/en/signoff.json' with { type: 'json' };
import sources from '@/lib/platform/i18n/messages/en/sources.json' with { type: 'json' };
import statistics from '@/lib/platform/i18n/messages/en/statistics.json' with { type: 'json' };
import status from '@/lib/platform/i18n/messages/en/status.json' with { type: 'json' };
import years from '@/lib/platform/i18n/messages/en/years.json' with { type: 'json' };
import rejectedform from '@/lib/platform/i18n/messages/en/rejectedform.json' with { type: 'json' };
import type { Locale } from './routing';

/** English is written first and is the shape of every other language; the file's name is the namespace. */
const english = {
  about,
  abuse,
  agreements,
  analysis,
  answers,
  api,
  attachments,
  background,
  calls,
  challenges,
  common,
  compare,
  contribute,
  contributions,
  correspondence,
  criteria,
  data,
  entered,
  errors,
  facts,
  feeds,
  finding,
  glossary,
  home,
  intake,
  limits,
  matrix,
  method,
  notfound,
  participants,
  privacy,
  progress,
  projects,
  questions,
  releases,
  reports,
  returning,
  search,
  sharing,
  signoff,
  sources,
  statistics,
  status,
  rejectedform,
  years,
};

export type Messages = typeof english;

export const catalogues: Record<Locale, Messages> = { en: english };
