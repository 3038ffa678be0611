import { z } from 'zod';

/** What sort of document a source is, in the order in which they are offered. */
export const SOURCE_KINDS = ['text', 'official_page', 'participant', 'forum_analysis', 'third_party'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The name of a source in addresses. */
export const sourceKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_name')
  .max(80, 'too_long');
