import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { LinkButton } from '@/app/ui/button';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { listDeskCriteria } from '@/lib/agreements/criteria';
import type { DeskCriterionSet } from '@/lib/agreements/criteria';
import { sayCount } from '@/lib/platform/text/say-count';
import { countPendingByCriterion } from '@/lib/review/pending/pending-cells';

export const metadata: Metadata = { title: 'Criteria' };

export default async function CriteriaPage() {
  const actor = await requireActor('/desk/criteria', 'dataset.read');
  const manages = can(actor, 'criterion.manage');
  const [sets, pending] = await Promise.all([listDeskCriteria(), countPendingByCriterion()]);
  return (
    <>
      <DeskTitle
        title="Criteria"
        lead={`What agreements are assessed on. A set that is added is in the matrix, the forms, the downloads and the API at once.${manages ? '' : ' Admins add sets.'}`}
      >
        {manages && (
          <p className="mt-5">
            <LinkButton href="/desk/criteria/new" variant="secondary">
              Add a set
            </LinkButton>
          </p>
        )}
      </DeskTitle>
      {sets.map((set) => (
        <CriterionSet key={set.slug} set={set} manages={manages} pending={pending} />
      ))}
    </>
  );
}

function CriterionSet({
  set: { slug, title, description, source, criteria, editable, assessed },
  manages,
  pending,
}: {
  set: DeskCriterionSet;
  manages: boolean;
  /** The number of agreements with an undecided cell, by criterion. */
  pending: ReadonlyMap<string, number>;
}) {
  return (
    <section aria-labelledby={slug} className="pb-10">
      <h2 id={slug} className="border-b border-ink pb-2 text-2xl" dir="auto">
        {title}
      </h2>
      <p className="mt-2 max-w-measure" dir="auto">
        {description}
      </p>
      <p className="mt-1 text-sm text-muted">
        {slug}. Source: <span dir="auto">{source}</span>.{' '}
        {assessed === 1 ? 'One cell assessed.' : `${assessed} cells assessed.`}
      </p>
      {manages && editable && (
        <p className="mt-2">
          <Link href={`/desk/criteria/${slug}`} className="link">
            Edit its words
          </Link>
        </p>
      )}
      <ol className="mt-4">
        {criteria.map(({ key, letter, title: name, description: about }) => (
          <li key={key} className="border-b border-rule py-3">
            <p className="font-semibold" dir="auto">
              {letter && `(${letter}) `}
              {name}
              <span className="ms-3 text-sm font-normal text-muted">{key}</span>
            </p>
            <p className="max-w-measure text-sm" dir="auto">
              {about}
            </p>
            <Undecided set={slug} criterion={key} count={pending.get(key) ?? 0} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Undecided({ set, criterion, count }: { set: string; criterion: string; count: number }) {
  if (count === 0) return null;
  return (
    <p className="mt-1 text-sm">
      <Link href={`/desk/criteria/${set}/${criterion}/pending`} className="link">
        Undecided for {sayCount(count, 'agreement')}
      </Link>
    </p>
  );
}
