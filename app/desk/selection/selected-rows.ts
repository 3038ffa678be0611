/** Each row has a field of its own, so that a selection survives a failure without a script. */
const PREFIX = 'row-';

export const rowField = (reference: string) => `${PREFIX}${reference}`;

/** The references whose fields were sent. */
export const selectedIn = (fields: Readonly<Record<string, string>>): string[] =>
  Object.keys(fields).flatMap((name) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
