import { z } from 'zod';
import { storedDate, storedLine, storedLink, storedText } from '@/lib/platform/text/stored-text';
import { BINDING_NATURES, SPACES, TEXT_LIMITS } from './constants';
import { assessmentValue, isFactField } from './schema';
import type { FACT_FIELDS } from './constants';

const signatories = z.strictObject({
  count: z.number().int().min(0).max(1_000_000).optional(),
  unit: storedLine(TEXT_LIMITS.line).optional(),
  asOf: storedDate.optional(),
  list: z.array(storedLine(TEXT_LIMITS.listItem)).max(TEXT_LIMITS.listLength).optional(),
  link: storedLink.optional(),
});

/**
 * Facts as they are read: in the dataset, in history and releases, in downloaded files. `factValues` says what may be typed today;
 * the two differ in what they refuse, never in the shape of a value.
 */
export const storedFacts = {
  name: storedLine(TEXT_LIMITS.name).min(1),
  shortName: storedLine(TEXT_LIMITS.shortName).min(1),
  launchDate: storedDate,
  space: z.enum(SPACES),
  bindingNature: z.enum(BINDING_NATURES),
  stakeholders: storedText(TEXT_LIMITS.note).min(1),
  signatories,
  maintainer: storedLine(TEXT_LIMITS.line).min(1),
  link: storedLink,
  summary: storedText(TEXT_LIMITS.summary).min(1),
  uniqueElements: z.array(storedText(TEXT_LIMITS.listItem)).min(1).max(50),
} satisfies Record<(typeof FACT_FIELDS)[number], z.ZodType>;

/** The stored value of a cell, by the type of its key: a fact by its own schema, anything else as an assessment. */
export const readStoredValue = (key: string, value: unknown) =>
  isFactField(key) ? storedFacts[key].safeParse(value) : assessmentValue.safeParse(value);

/** A value that no schema takes, as whoever typed it would know it again: its parts one after the other. */
export function asTyped(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? Object.values(value).map(asTyped).filter(Boolean).join('; ') : String(value);
}
