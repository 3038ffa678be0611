import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { Link } from '@/app/ui/link';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { agreementSlug } from '@/lib/agreements/schema';
import { sayDay, sayVersionDay } from '@/lib/platform/i18n/dates';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { sayCount } from '@/lib/platform/text/say-count';
import { readDeskAgreement } from '@/lib/review/desk-agreement';
import type { DeskAgreement } from '@/lib/review/desk-agreement';
import { CellGroup } from './cell-group';
import { History } from './history';
import { RetirementForm } from './retirement-form';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: slug };
}

export default async function AgreementPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requireActor(`/desk/agreements/${slug}`, 'dataset.read');
  const found = agreementSlug.safeParse(slug).success ? await readDeskAgreement(slug, actor) : null;
  if (!found) notFound();
  const agreement = can(actor, 'contact.read') ? found : hideContactDetails(found);
  return (
    <>
      <Head agreement={agreement} proposes={can(actor, 'agreement.propose')} />
      {agreement.groups.map((group) => (
        <CellGroup
          key={group.key}
          group={group}
          slug={slug}
          proposable={agreement.retiredAt === null && can(actor, 'agreement.propose')}
        />
      ))}
      <History
        slug={slug}
        revisions={agreement.revisions}
        more={agreement.version > agreement.shownVersions}
        mayUndo={can(actor, 'contribution.decide')}
      />
      {can(actor, 'agreement.retire') && <RetirementForm slug={slug} retired={agreement.retiredAt !== null} />}
    </>
  );
}

function Head({
  agreement: { slug, name, shortName, version, updatedAt, retiredAt, revisions, pending },
  proposes,
}: {
  agreement: DeskAgreement;
  proposes: boolean;
}) {
  const retirement = revisions.find(({ kind }) => kind === 'retirement');
  return (
    <DeskTitle
      title={<span dir="auto">{name}</span>}
      lead={`${shortName === name ? '' : `${shortName}. `}Version ${version}, ${sayVersionDay(updatedAt.toISOString(), 'en')}.`}
    >
      <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-2">
        {!retiredAt && proposes && (
          <LinkButton href={`/desk/agreements/${slug}/propose`} variant="secondary">
            Propose changes
          </LinkButton>
        )}
        {pending > 0 && (
          <Link href={`/desk/agreements/${slug}/pending`} className="link font-semibold">
            {sayCount(pending, 'undecided cell')}
          </Link>
        )}
        <a href={`/en/agreements/${slug}`} className="link">
          Its public page
        </a>
        <a href="#history" className="link">
          History
        </a>
      </p>
      {retiredAt && (
        <div className="mt-6">
          <Notice kind="info" title={`Retired on ${sayDay(retiredAt.toISOString(), 'en')}`}>
            {retirement?.reason && <p dir="auto">Because: {retirement.reason}</p>}
            <p>It is in no list, matrix or download, and nothing can be proposed for it. Its page and history stay.</p>
          </Notice>
        </div>
      )}
    </DeskTitle>
  );
}
