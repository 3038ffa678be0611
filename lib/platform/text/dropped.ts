import { cleanText } from './clean-text';

/** The places where invisible characters were removed from an input, and which: `U+202E`. */
export type Dropped = { path: string; characters: string[] };

const MOST = 50;

/** Lists what `cleanText` removes from all texts in a value, each by its path; the first fifty places. */
export function droppedIn(value: unknown): Dropped[] {
  const found: Dropped[] = [];
  // Level by level and not by recursion: what was sent may be nested deeper than calls can be.
  let level: [string, unknown][] = [['', value]];
  while (level.length > 0 && found.length < MOST) {
    for (const [path, one] of level) {
      const characters = typeof one === 'string' ? cleanText(one).dropped : [];
      if (characters.length > 0) found.push({ path, characters });
    }
    level = level.flatMap(([path, one]) =>
      partsOf(one).map(([key, part]): [string, unknown] => [path === '' ? key : `${path}.${key}`, part]),
    );
  }
  return found.slice(0, MOST);
}

const partsOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** Which of them occur anywhere, each once. */
export const charactersIn = (dropped: readonly Dropped[]): string[] => [
  ...new Set(dropped.flatMap(({ characters }) => characters)),
];
