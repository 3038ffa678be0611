import about from './messages/en/about.json';
import abuse from './messages/en/abuse.json';
import agreements from './messages/en/agreements.json';
import attachments from './messages/en/attachments.json';
import calls from './messages/en/calls.json';
import common from './messages/en/common.json';
import contribute from './messages/en/contribute.json';
import contributions from './messages/en/contributions.json';
import correspondence from './messages/en/correspondence.json';
import data from './messages/en/data.json';
import errors from './messages/en/errors.json';
import finding from './messages/en/finding.json';
import home from './messages/en/home.json';
import matrix from './messages/en/matrix.json';
import notfound from './messages/en/notfound.json';
import sharing from './messages/en/sharing.json';
import status from './messages/en/status.json';
import type { Locale } from './routing';

/** English is written first and is the shape of every other language; the file's name is the namespace. */
const english = {
  about, abuse, agreements, attachments, calls, common, contribute, contributions, correspondence, data, errors, finding, home, matrix, notfound, sharing, status,
};

export type Messages = typeof english;

export const catalogues: Record<Locale, Messages> = { en: english };
