import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { MessagePlace } from '@/app/ui/message-place';
import { Tag } from '@/app/ui/tag';
import { requireActor } from '@/app/server/session';
import { sayCountry } from '@/app/(site)/contributions/attribution';
import { Evidence } from '@/app/desk/participants/evidence';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { CHANGE_WORDS, countryOptions, sayAction, sayKind } from '@/app/desk/words/participants';
import { can } from '@/lib/accounts/policy';
import { agreementSlug } from '@/lib/agreements/schema';
import { sayMoment, sayPartialDate } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { readDeskParticipant } from '@/lib/review/participants/desk-register';
import { readableFor } from '@/lib/review/readable';
import type { DeskParticipant, DeskParticipation } from '@/lib/review/participants/desk-register';
import { EditForm, RowForms } from './row-forms';

export const metadata: Metadata = { title: 'Participant' };

type Props = { params: Promise<{ slug: string }> };

export default async function DeskParticipantPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requireActor(`/desk/participants/${slug}`, 'dataset.read');
  const found = agreementSlug.safeParse(slug).success ? readableFor(actor)(await readDeskParticipant(slug)) : null;
  if (!found) notFound();
  const { name, kind, country, group, version, rows } = found;
  const edits = can(actor, 'agreement.propose');
  const current = rows.filter(({ removedAt }) => removedAt === null);
  const removed = rows.filter(({ removedAt }) => removedAt !== null);
  return (
    <>
      <DeskTitle
        title={
          <span dir="auto" className="wrap-anywhere">
            {name}
          </span>
        }
        lead={[sayKind(kind), ...(country ? [sayCountry(country, 'en')] : [])].join(', ')}
      >
        <nav aria-label="Register" className="mt-3 flex flex-wrap gap-x-6">
          <Link href="/desk/participants" className="link">
            All participants
          </Link>
          <a href={pathsIn('en').participant(slug)} className="link">
            As readers see it
          </a>
        </nav>
      </DeskTitle>
      <MessagePlace>
        {edits && (
          <EditForm
            slug={slug}
            version={version}
            initial={{ name, kind, country, group }}
            countries={countryOptions()}
          />
        )}
        <FormerNames found={found} />
        <h2 className="mt-10 mb-3 text-2xl">Agreements</h2>
        <ul className="border-t border-rule">
          {current.map((row) => (
            <Entry key={row.id} row={row} userId={actor.userId} edits={edits} />
          ))}
        </ul>
        {current.length === 0 && <p className="mt-3 text-muted">No row: readers do not see this participant.</p>}
      </MessagePlace>
      {removed.length > 0 && (
        <section aria-labelledby="removed" className="mt-10">
          <h2 id="removed" className="mb-3 text-2xl">
            Taken out
          </h2>
          <ul className="border-t border-rule">
            {removed.map((row) => (
              <li key={row.id} className="border-b border-rule py-4">
                <Said row={row} />
                <History row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function FormerNames({ found: { versions } }: { found: DeskParticipant }) {
  if (versions.length < 2) return null;
  return (
    <ul className="mt-3 text-sm text-muted">
      {versions.slice(1).map(({ version, name, createdAt, by }) => (
        <li key={version}>
          <bdi dir="auto">{name}</bdi>, {sayMoment(createdAt.toISOString(), 'en')}
          {by && `, ${by}`}
        </li>
      ))}
    </ul>
  );
}

function Entry({ row, userId, edits }: { row: DeskParticipation; userId: string; edits: boolean }) {
  const { id, version, verified, enteredById, agreement, contribution, ...content } = row;
  const about = `${sayAction(row.action)}, ${agreement.shortName}`;
  return (
    <li className="border-b border-rule py-5">
      <Said row={row} />
      {contribution && contribution.status !== 'published' && (
        <p className="mt-1 text-sm text-warn">
          {contribution.reference} is not public: readers do not see it as evidence.
        </p>
      )}
      {edits && (
        <RowForms
          key={version}
          id={id}
          version={version}
          about={about}
          verifiable={!verified && enteredById !== userId}
          initial={{
            ...{ action: content.action, date: content.date, declaredBy: content.declaredBy, link: content.link },
            ...{ source: content.source, quotation: content.quotation, reservation: content.reservation },
            contribution: contribution?.reference ?? null,
          }}
        />
      )}
      <History row={row} />
    </li>
  );
}

function Said({ row }: { row: DeskParticipation }) {
  const { agreement, action, date, verified, source, link, quotation, contribution, reservation } = row;
  return (
    <div className="mb-4 max-w-measure">
      <p>
        <Link href={`/desk/agreements/${agreement.slug}`} className="link font-semibold" dir="auto">
          {agreement.shortName}
        </Link>
        : {sayAction(action)}, {date === null ? 'date not known' : sayPartialDate(date, 'en')}{' '}
        <Tag tone={verified ? 'ok' : 'warn'}>{verified ? 'Verified' : 'Not verified'}</Tag>
      </p>
      <Evidence {...{ source, link, quotation, reservation }} contribution={contribution?.reference ?? undefined} />
    </div>
  );
}

function History({ row: { history } }: { row: DeskParticipation }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="link w-fit">History</summary>
      <ol className="mt-2 space-y-1">
        {history.map(({ version, change, reason, createdAt, by }) => (
          <li key={version}>
            {CHANGE_WORDS[change]}, {sayMoment(createdAt.toISOString(), 'en')}
            {by && `, ${by}`}
            {reason && (
              <>
                : <bdi dir="auto">{reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
