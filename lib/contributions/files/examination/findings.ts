/**
 * What in a file can act by itself, or fetch something, when it is opened: told to whoever opens it, and no reason to refuse it.
 * Ministries' letters do take their template from elsewhere, and forms do hold scripts.
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

/** Those that say no more than that nobody has looked: by themselves they are no active content. */
export const UNSEEN_FINDINGS: readonly Finding[] = ['not_readable', 'not_scanned'];

/** What is stored may be of another version of this list. */
export const findingsIn = (stored: readonly string[]): Finding[] =>
  FINDINGS.filter((finding) => stored.includes(finding));
