import { FACTS, fieldOf, inFactOrder } from '@/lib/agreements/facts/registry';
import type { FactKey } from '@/lib/agreements/facts/registry';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { assessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isSameJson } from '@/lib/platform/json';

type Criterion = PublicCriterionSet['criteria'][number];

/**
 * How the values of agreements on a criterion compare: `differ`: two assessed agreements have different values; `same`:
 * all were assessed and have the same value; `partly`: the assessed ones have the same value; `none`: no agreement was
 * assessed.
 */
type Verdict = 'differ' | 'same' | 'partly' | 'none';

export type ComparedCriterion = {
  criterion: Criterion;
  verdict: Verdict;
  values: AssessmentValue[];
  /** The value that all assessed agreements have, if it is one. */ shared: AssessmentValue | null;
};
export type ComparedSet = {
  set: PublicCriterionSet;
  criteria: ComparedCriterion[];
  /** The number of criteria on which all agreements were assessed, and of those on which all have the same value. */
  assessed: number;
  same: number;
};
export type ComparedFact = { field: FactKey; differs: boolean };
export type Comparison = { sets: ComparedSet[]; facts: ComparedFact[] };

/** Names and texts always differ: they are shown side by side without a remark. */
function isCompared(key: string): boolean {
  const field = fieldOf(key);
  return field !== null && !FACTS[field].isName && FACTS[field].place === 'facts';
}

/** Compares agreements. The order in which they are given changes only the order of values. */
export function compareAgreements(
  agreements: readonly PublicAgreement[],
  sets: readonly PublicCriterionSet[],
): Comparison {
  return { sets: sets.map((set) => compareSet(agreements, set)), facts: compareFacts(agreements) };
}

function compareSet(agreements: readonly PublicAgreement[], set: PublicCriterionSet): ComparedSet {
  const criteria = set.criteria.map((criterion) => {
    const values = agreements.map((agreement) => assessmentOf(agreement, criterion.key));
    return { criterion, values, ...judge(values) };
  });
  const onAll = criteria.filter(({ values }) => values.every((value) => value !== 'not_assessed'));
  return { set, criteria, assessed: onAll.length, same: onAll.filter(({ verdict }) => verdict === 'same').length };
}

function judge(values: readonly AssessmentValue[]): Pick<ComparedCriterion, 'verdict' | 'shared'> {
  const [first, ...rest] = values.filter((value) => value !== 'not_assessed');
  if (first === undefined) return { verdict: 'none', shared: null };
  if (rest.some((value) => value !== first)) return { verdict: 'differ', shared: null };
  return { verdict: rest.length + 1 === values.length ? 'same' : 'partly', shared: first };
}

/** The facts, and the rows of facts, that at least one of them states, those that differ first. */
function compareFacts(agreements: readonly PublicAgreement[]): ComparedFact[] {
  const keys = inFactOrder(new Set(agreements.flatMap(({ facts }) => Object.keys(facts))));
  const stated = keys.filter((key) => isCompared(key) && agreements.some(({ facts }) => facts[key]));
  const facts = stated.map((field) => {
    // What is disputed has no value that could differ.
    const clear = agreements.filter((agreement) => !agreement.facts[field]?.disputed);
    const [first, ...rest] = clear.map((agreement) => agreement.facts[field]?.value ?? null);
    return { field, differs: rest.some((value) => !isSameJson(value, first)) };
  });
  return [...facts.filter(({ differs }) => differs), ...facts.filter(({ differs }) => !differs)];
}
