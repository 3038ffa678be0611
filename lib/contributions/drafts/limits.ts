/** A section as typed, in bytes of JSON; larger ones are refused with a message, and what was typed is handed back. */
export const MAX_SECTION_BYTES = 1_000_000;

/** A proposal that was taken out of its draft keeps what was typed, for those who change their mind. */
export const isRemoved = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'removed' in data && data.removed === true;
