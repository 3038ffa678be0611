import type { Difference } from './outcome';

/** Hidden fields of a proposal that the contributor does not type. */
const UNSEEN = new Set(['kind', 'agreement', 'baseVersion', 'distinct', 'signatories.whole', 'anonymous']);

/** The texts that differ between two versions, by the names of their fields. */
export function differencesBetween(mine: unknown, theirs: unknown): Difference[] {
  const [typed, stored] = [textsOf(mine), textsOf(theirs)];
  const names = [...new Set([...stored.keys(), ...typed.keys()])].filter((name) => !UNSEEN.has(name));
  return names
    .filter((name) => (typed.get(name) ?? '') !== (stored.get(name) ?? ''))
    .map((name) => ({ name, theirs: stored.get(name) ?? '' }));
}

/** Every text of a section by its field's name; the ticked boxes of one group make one text. */
function textsOf(value: unknown, name = ''): Map<string, string> {
  if (typeof value === 'string' || typeof value === 'boolean')
    return new Map([[name, value === true ? 'on' : value || '']]);
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string'))
    return new Map([[name, value.toSorted().join(', ')]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...textsOf(inner, name ? `${name}.${key}` : key)]));
}
