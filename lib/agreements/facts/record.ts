import type { RecordValue } from './fact';

/** A stored value as a record; null for any other value. */
export const recordOf = (value: unknown): RecordValue | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RecordValue) : null; // parts of text and number, by its schema
