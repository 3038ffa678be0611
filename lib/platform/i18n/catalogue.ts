import about from '@/lib/platform/i18n/messages/en/about.json';
import abuse from '@/lib/platform/i18n/messages/en/abuse.json';
import agreements from '@/lib/platform/i18n/messages/en/agreements.json';
import analysis from '@/lib/platform/i18n/messages/en/analysis.json';
import api from '@/lib/platform/i18n/messages/en/api.json';
import attachments from '@/lib/platform/i18n/messages/en/attachments.json';
import calls from '@/lib/platform/i18n/messages/en/calls.json';
import common from '@/lib/platform/i18n/messages/en/common.json';
import compare from '@/lib/platform/i18n/messages/en/compare.json';
import contribute from '@/lib/platform/i18n/messages/en/contribute.json';
import contributions from '@/lib/platform/i18n/messages/en/contributions.json';
import correspondence from '@/lib/platform/i18n/messages/en/correspondence.json';
import data from '@/lib/platform/i18n/messages/en/data.json';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import facts from '@/lib/platform/i18n/messages/en/facts.json';
import feeds from '@/lib/platform/i18n/messages/en/feeds.json';
import finding from '@/lib/platform/i18n/messages/en/finding.json';
import home from '@/lib/platform/i18n/messages/en/home.json';
import matrix from '@/lib/platform/i18n/messages/en/matrix.json';
import notfound from '@/lib/platform/i18n/messages/en/notfound.json';
import projects from '@/lib/platform/i18n/messages/en/projects.json';
import questions from '@/lib/platform/i18n/messages/en/questions.json';
import releases from '@/lib/platform/i18n/messages/en/releases.json';
import sharing from '@/lib/platform/i18n/messages/en/sharing.json';
import status from '@/lib/platform/i18n/messages/en/status.json';
import turnedaway from '@/lib/platform/i18n/messages/en/turnedaway.json';
import type { Locale } from './routing';

/** English is written first and is the shape of every other language; the file's name is the namespace. */
const english = {
  about,
  abuse,
  agreements,
  analysis,
  api,
  attachments,
  calls,
  common,
  compare,
  contribute,
  contributions,
  correspondence,
  data,
  errors,
  facts,
  feeds,
  finding,
  home,
  matrix,
  notfound,
  projects,
  questions,
  releases,
  sharing,
  status,
  turnedaway,
};

export type Messages = typeof english;

export const catalogues: Record<Locale, Messages> = { en: english };
