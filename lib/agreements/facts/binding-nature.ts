import type { Fact } from './fact';

/** "The binding or non-binding nature of agreements" of the 2019 paper. */
export const BINDING_NATURES = ['binding', 'binding-once-ratified', 'normative'] as const;

export const bindingNature = {
  value: { kind: 'choice', choices: BINDING_NATURES },
  cardinality: 'one',
  leadsMatrix: true,
  place: 'facts',
} as const satisfies Fact;
