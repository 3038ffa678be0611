import type { RecordPart } from './fact';
import { FACTS, fieldOf } from './registry';

/** The other agreements that the value of a cell names, each with the part that does. */
export const agreementsNamed = (key: string, value: unknown) => named('agreement', key, value);

/** The criteria that the value of a cell names, each with the part that does. */
export const criteriaNamed = (key: string, value: unknown) => named('criterion', key, value);

function named(kind: RecordPart['kind'], key: string, value: unknown): { part: string; slug: string }[] {
  const field = fieldOf(key);
  if (field === null || typeof value !== 'object' || value === null) return [];
  const { value: definition } = FACTS[field];
  if (definition.kind !== 'record') return [];
  return Object.entries(definition.parts).flatMap(([part, one]) => {
    const slug: unknown = one.kind === kind ? Reflect.get(value, part) : undefined;
    return typeof slug === 'string' ? [{ part, slug }] : [];
  });
}
