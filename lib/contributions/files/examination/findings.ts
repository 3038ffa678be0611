/**
 * Active content of a file: what runs or fetches something when it is opened. Readers of the file are warned, but it is
 * not refused, because ministries' letters do take their template from elsewhere, and forms do hold scripts.
 */
export const FINDINGS = [
  'remote_template',
  'embedded_object',
  'activex',
  'dde',
  'inserted_document',
  'remote_image',
  'external_content',
  'script',
  'launches_program',
  'embedded_file',
  'media',
  'not_readable',
  'not_scanned',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** Findings that only say that a part was not examined: they alone are no active content. */
export const UNSEEN_FINDINGS: readonly Finding[] = ['not_readable', 'not_scanned'];

/** What is stored may be of another version of this list. */
export const findingsIn = (stored: readonly string[]): Finding[] =>
  FINDINGS.filter((finding) => stored.includes(finding));
