import { isDeepStrictEqual } from 'node:util';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { assessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

type Criterion = PublicCriterionSet['criteria'][number];

/**
 * What agreements say of one another on a criterion: `differ`, where two were assessed and not alike; `same`, where all were assessed and
 * alike; `partly`, where those that were assessed are alike; `none`, where nothing is known of any.
 */
export type Verdict = 'differ' | 'same' | 'partly' | 'none';

export type ComparedCriterion = {
  criterion: Criterion;
  verdict: Verdict;
  values: AssessmentValue[];
  /** What those that were assessed say, where it is one thing. */ shared: AssessmentValue | null;
};
export type ComparedSet = {
  set: PublicCriterionSet;
  criteria: ComparedCriterion[];
  /** How many all were assessed on, and on how many of these they say the same. */ assessed: number;
  same: number;
};
export type ComparedFact = { field: FactField; differs: boolean };
export type Comparison = { sets: ComparedSet[]; facts: ComparedFact[] };

/** Names and texts always differ: they are read side by side, and nothing is said of it. */
const COMPARED_FIELDS = FACT_FIELDS.filter((field) => !FACTS[field].isName && FACTS[field].place === 'facts');

/** Agreements side by side; nothing in it but the order of values depends on the order in which they are given. */
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

/** The facts that at least one of them states, those that differ first. */
function compareFacts(agreements: readonly PublicAgreement[]): ComparedFact[] {
  const stated = COMPARED_FIELDS.filter((field) => agreements.some((agreement) => agreement.facts[field]));
  const facts = stated.map((field) => {
    const [first, ...rest] = agreements.map((agreement) => agreement.facts[field]?.value ?? null);
    return { field, differs: rest.some((value) => !isDeepStrictEqual(value, first)) };
  });
  return [...facts.filter(({ differs }) => differs), ...facts.filter(({ differs }) => !differs)];
}
