import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { LinkButton } from '@/app/ui/button';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { listDeskCriteria } from '@/lib/agreements/criteria';
import type { DeskCriterionSet } from '@/lib/agreements/criteria';

export const metadata: Metadata = { title: 'Criteria' };

export default async function CriteriaPage() {
  const actor = await requireActor('/desk/criteria');
  const manages = can(actor, 'criterion.manage');
  const sets = await listDeskCriteria();
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
        <CriterionSet key={set.slug} set={set} manages={manages} />
      ))}
    </>
  );
}

function CriterionSet({
  set: { slug, title, description, source, criteria, editable, assessed },
  manages,
}: {
  set: DeskCriterionSet;
  manages: boolean;
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
          </li>
        ))}
      </ol>
    </section>
  );
}
