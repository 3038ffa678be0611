import about from './messages/en/about.json';
import abuse from './messages/en/abuse.json';
import agreements from './messages/en/agreements.json';
import analysis from './messages/en/analysis.json';
import api from './messages/en/api.json';
import attachments from './messages/en/attachments.json';
import calls from './messages/en/calls.json';
import common from './messages/en/common.json';
import compare from './messages/en/compare.json';
import contribute from './messages/en/contribute.json';
import contributions from './messages/en/contributions.json';
import correspondence from './messages/en/correspondence.json';
import data from './messages/en/data.json';
import errors from './messages/en/errors.json';
import feeds from './messages/en/feeds.json';
import finding from './messages/en/finding.json';
import home from './messages/en/home.json';
import matrix from './messages/en/matrix.json';
import notfound from './messages/en/notfound.json';
import projects from './messages/en/projects.json';
import releases from './messages/en/releases.json';
import sharing from './messages/en/sharing.json';
import status from './messages/en/status.json';
import turnedaway from './messages/en/turnedaway.json';
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
  feeds,
  finding,
  home,
  matrix,
  notfound,
  projects,
  releases,
  sharing,
  status,
  turnedaway,
};

export type Messages = typeof english;

export const catalogues: Record<Locale, Messages> = { en: english };
