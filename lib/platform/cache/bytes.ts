/** What a cache entry costs besides its content: its places in maps and lists. */
const OVERHEAD = 500;
const BEYOND_LATIN_1 = /[^\0-\xff]/;

/** Bytes that a value keeps in memory: texts, bytes, and all that lists, maps and objects hold of them. */
export function bytesOf(value: unknown): number {
  return OVERHEAD + contentBytes(value);
}

function contentBytes(value: unknown): number {
  // A single character beyond Latin-1 makes V8 store the whole text with two bytes for each character.
  if (typeof value === 'string') return BEYOND_LATIN_1.test(value) ? value.length * 2 : value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map) return sum([...value.entries()]);
  if (typeof value === 'object' && value !== null) return sum(Array.isArray(value) ? value : Object.entries(value));
  return 8;
}

const sum = (values: unknown[]) => values.reduce<number>((total, value) => total + 32 + contentBytes(value), 0);
