import { foldText } from '@/lib/platform/text/fold-text';
import { isBlank, isRecord } from '@/lib/questions/typed-fields';
import { readText } from '@/lib/intake/placing/read-value';
import type { PlacedValue } from '@/lib/intake/placing/read-value';
import type { PlacedAt } from '@/lib/questions/answer-places';

/** What is typed at a place of a section of a draft; null where nothing is. */
export function valueAt({ path, option }: PlacedAt, data: unknown): PlacedValue | null {
  const value = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? Reflect.get(inner, name) : undefined,
    data,
  );
  if (option !== undefined) return Array.isArray(value) && value.includes(option) ? true : null;
  if (value === true) return true;
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : null;
  return typeof value === 'string' && !isBlank(value) ? value : null;
}

/**
 * Whether a file says what is typed in a draft: a date or number in other words, and other spaces, are no difference. The
 * way through a Word file changes them.
 */
export function saysSame(place: PlacedAt, file: PlacedValue | null, typed: PlacedValue | null): boolean {
  if (file === null || typed === null) return file === typed;
  if (Array.isArray(file) || Array.isArray(typed))
    return [file].flat().map(String).toSorted().join('\n') === [typed].flat().map(String).toSorted().join('\n');
  if (typeof file === 'boolean' || typeof typed === 'boolean') return file === typed;
  const read = readText(typed, place);
  const known = read !== null && 'value' in read && typeof read.value === 'string' ? read.value : typed;
  return plain(file) === plain(known) || (place.control.kind === 'one' && foldText(file) === foldText(known));
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The data with a value at a place; null empties it. Rows and names on the way are made. */
export function withValue(data: Record<string, unknown>, { path, option }: PlacedAt, value: PlacedValue | null) {
  const copy = structuredClone(data);
  let inner: Record<string, unknown> | unknown[] = copy;
  path.slice(0, -1).forEach((name, at) => {
    const there: unknown = Reflect.get(inner, name);
    const next = Array.isArray(there) || isRecord(there) ? there : isIndex(path[at + 1]) ? [] : {};
    Reflect.set(inner, name, next);
    inner = next;
  });
  const last = path.at(-1) ?? '';
  if (option === undefined) Reflect.set(inner, last, value ?? '');
  else {
    const there: unknown = Reflect.get(inner, last);
    const others = (Array.isArray(there) ? there : []).filter((one) => one !== option);
    Reflect.set(inner, last, value === true ? [...others, option] : others);
  }
  return copy;
}

const isIndex = (name: string | undefined) => name !== undefined && /^\d+$/.test(name);
