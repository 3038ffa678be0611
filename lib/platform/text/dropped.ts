import { cleanText } from './clean-text';

/** Where invisible characters were taken out of what was sent, and which: `U+202E`. */
export type Dropped = { path: string; characters: string[] };

const MOST = 50;

/** Says of all texts in a value what `cleanText` takes out of them, each by its path; the first fifty places. */
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
