import { z } from 'zod';

/** The key of a question or section: it never changes and means the same in every year. */
export const questionKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60);

/** The keys of “other, in words” and of “not applicable”, which no choice of a questionnaire can have. */
export const OTHER = 'other';
export const NOT_APPLICABLE = 'not-applicable';
/** A form field of such a name is not read. */
const UNREADABLE = ['constructor', 'prototype'];
const RESERVED: readonly string[] = [OTHER, NOT_APPLICABLE, ...UNREADABLE];

/** The form has pages of these names beside the pages of its questions. */
export const PAGES_OF_FORM: readonly string[] = [
  'about',
  'check',
  'discarded',
  'done',
  'erase',
  'from-file',
  'last-year',
  'new-version',
  'print',
  'read',
  'sent',
  'share',
  'status',
  'withdraw',
];

/** The key of a question, which is the name of its page in the form. */
export const pageKey = questionKey.refine((key) => ![...PAGES_OF_FORM, ...UNREADABLE].includes(key), 'key_of_a_page');

/** The key of a part of a question: of a choice, a level, a row or a field of records. */
export const partKey = questionKey.refine((key) => !RESERVED.includes(key), 'reserved_key');

/** For `refine` of a list of such parts. */
export const eachKeyOnce = [
  (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key)).size === list.length,
  'duplicate_part_key',
] as const;
