import { findAgreements } from '@/lib/agreements/cells';
import type { Failure, Issue } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { LISTS } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Targets } from './submission-rows';
import { referencesIn } from './schema';
import type { Submission } from './schema';

/**
 * Finds every agreement a submission names. Returns them by slug, or `invalid` with one issue (`unknown_agreement`,
 * `unknown_version`) for each place that names one the dataset does not have.
 */
export async function resolveAgreements(
  submission: Submission,
  questions: readonly Question[],
  tx: Parameters<typeof findAgreements>[1],
): Promise<{ ok: true; agreements: Targets } | Failure> {
  const named = placesOf(submission, questions);
  const agreements = await findAgreements([...new Set(named.map((place) => place.slug))], tx);
  const issues: Issue[] = named.flatMap(({ slug, path }) =>
    agreements.has(slug) ? [] : [{ path, code: 'unknown_agreement' }],
  );
  submission.proposals.forEach((proposal, index) => {
    if (proposal.kind !== 'update' || proposal.baseVersion === undefined) return;
    const version = agreements.get(proposal.agreement)?.version;
    if (version !== undefined && proposal.baseVersion > version)
      issues.push({ path: `proposals.${index}.baseVersion`, code: 'unknown_version' });
  });
  return issues.length ? failure('invalid', issues) : { ok: true, agreements };
}

function placesOf(submission: Submission, questions: readonly Question[]) {
  const listed = LISTS.flatMap(({ list }) =>
    list.agreements(submission[list.name]).map(({ slug, path }) => ({ slug, path: [list.name, ...path].join('.') })),
  );
  const inValues = referencesIn(submission.values ?? {}, questions).agreements.map(({ key, path }) => ({
    slug: key,
    path: ['values', ...path].join('.'),
  }));
  return [...listed, ...inValues];
}
