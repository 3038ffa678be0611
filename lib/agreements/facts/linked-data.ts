import type { LinkedProperty } from './fact';
import { FACT_FIELDS, FACTS } from './registry';

type Values = { readonly [field: string]: { value: unknown } | undefined };

/**
 * What schema.org's vocabulary can say of an agreement, of our term for it or of the work: facts that are a text, under
 * the property each names. A further name that repeats `name` adds nothing.
 */
export function linkedProperties(of: LinkedProperty['of'], facts: Values, name: string): Record<string, unknown> {
  return Object.fromEntries(
    FACT_FIELDS.flatMap((field) => {
      const { linkedData, isName } = FACTS[field];
      const value = facts[field]?.value;
      if (linkedData?.of !== of || typeof value !== 'string' || value === '') return [];
      if (isName && value === name) return [];
      return [[linkedData.property, linkedData.type ? { '@type': linkedData.type, name: value } : value]];
    }),
  );
}
