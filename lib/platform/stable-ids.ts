import { createHash } from 'node:crypto';

/** Ids that follow from a name, in the form of a UUID of version 8, whose bits are free. */
export function stableIds(name: string): () => string {
  let made = 0;
  return () => {
    made += 1;
    const hash = createHash('sha256').update(`${name} ${made}`).digest('hex');
    const variant = ((parseInt(hash.charAt(16), 16) % 4) + 8).toString(16);
    return [
      hash.slice(0, 8),
      hash.slice(8, 12),
      `8${hash.slice(13, 16)}`,
      variant + hash.slice(17, 20),
      hash.slice(20, 32),
    ].join('-');
  };
}
