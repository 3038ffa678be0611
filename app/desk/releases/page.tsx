import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { listReleases, previewRelease } from '@/lib/publication/releases/releases';
import type { PublicCall, PublicRelease } from '@/lib/publication/schema';
import { listPublicCalls } from '@/lib/publication/calls';
import { WithholdCommand } from '@/app/desk/parts/withhold-command';
import { freeze, withhold } from './actions';
import { NextReleaseContent } from './next-release';
import { ReleaseForm } from './release-form';
import { sayCount } from '@/lib/platform/text/say-count';

export const metadata: Metadata = { title: 'Releases' };

export default async function ReleasesPage() {
  const actor = await requireActor('/desk/releases', 'dataset.read');
  const releases = await listReleases();
  const next = can(actor, 'release.create') ? await previewRelease() : null;
  return (
    <>
      <DeskTitle
        title="Releases"
        lead={`A release is the whole dataset as it stood at one moment, frozen under a name that others can cite. It never changes and is never removed.${next ? '' : ' Admins freeze them.'}`}
      />
      {next && (
        <>
          <NextReleaseContent {...next} />
          <ReleaseForm action={freeze} suggested={next.suggested} />
        </>
      )}
      <section aria-labelledby="releases" className="py-10">
        <h2 id="releases" className="border-b border-ink pb-2 text-2xl">
          Frozen so far
        </h2>
        {releases.length === 0 ? (
          <p className="mt-3 text-muted">None yet.</p>
        ) : (
          <ReleaseList releases={releases} mayWithhold={can(actor, 'publication.withhold')} />
        )}
      </section>
      <CallReports calls={await listPublicCalls('en')} />
    </>
  );
}

type ReleaseListProps = { releases: readonly PublicRelease[]; mayWithhold: boolean };

const ReleaseList = ({ releases, mayWithhold }: ReleaseListProps) => (
  <ol>
    {releases.map(({ slug, title, publishedAt, counts, withheld }) => (
      <li key={slug} className="border-b border-rule py-3">
        <a href={pathsIn('en').release(slug)} className="link font-semibold">
          {slug}
        </a>
        <span className="ms-3" dir="auto">
          {title}
        </span>
        <p className="text-sm text-muted">
          {sayMoment(publishedAt, 'en')}, {sayCount(counts.agreements, 'agreement')}, {sayCount(counts.cells, 'cell')}
          {withheld && ', withheld'}
        </p>
        {mayWithhold && (
          <WithholdCommand
            action={withhold}
            fields={{ release: slug }}
            about={`release ${slug}`}
            isWithheld={withheld !== null}
          />
        )}
      </li>
    ))}
  </ol>
);

/** Where editors write the reports, which are frozen like releases. */
const CallReports = ({ calls }: { calls: readonly PublicCall[] }) => (
  <section aria-labelledby="reports" className="py-6">
    <h2 id="reports" className="border-b border-ink pb-2 text-2xl">
      Reports of calls
    </h2>
    <ul>
      {calls.map(({ slug, title }) => (
        <li key={slug} className="border-b border-rule py-3">
          <Link href={`/desk/calls/${slug}/report`} className="link" dir="auto">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
