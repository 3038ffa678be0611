import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { BACKUP_TROUBLE } from '@/app/desk/words/backups';
import { Notice } from '@/app/ui/notice';
import { can } from '@/lib/accounts/policy';
import { readBackups } from '@/lib/platform/backups';
import { listDeskCalls } from '@/lib/calls/desk-calls';
import type { DeskCall } from '@/lib/calls/desk-calls';
import { sayCount } from '@/lib/platform/text/say-count';
import { readDeskCounts } from '@/lib/review/desk-counts';
import { readHome } from '@/lib/review/desk-home';
import { readOverview } from '@/lib/review/overview';
import { Figures } from './figures';
import { OpenCalls } from './open-calls';
import { Shares } from './shares';
import { SinceLastVisit } from './since-last-visit';
import { WhatWaits } from './what-waits';

export const metadata: Metadata = { title: 'Home' };

/**
 * What waits for the editor and for all editors, what changed since their last visit, and how long decisions take. Each
 * count links to the rows it counts.
 */
export default async function HomePage() {
  const actor = await requireActor('/desk/overview', 'contribution.read');
  const [home, counts, overview, calls] = await Promise.all([
    readHome(actor.userId, { seesContacts: can(actor, 'contact.read') }),
    readDeskCounts(actor),
    readOverview(),
    listDeskCalls(),
  ]);
  const { waiting, byCall, byAgreement, sharesOf } = overview;
  return (
    <>
      <DeskTitle title="Home" />
      {can(actor, 'settings.manage') && <BackupTroubleNotice />}
      <WhatWaits home={home} counts={counts} readsMail={can(actor, 'mail.read')} />
      <SinceLastVisit home={home} />
      <OpenCalls calls={calls} manages={can(actor, 'call.manage')} />
      <h2 className="mt-12 mb-3">How long it takes</h2>
      <Figures overview={overview} />
      {waiting.count === 0 ? (
        <EmptyState title="Nothing waits">
          Every contribution has been answered. What was decided is in{' '}
          <Link href="/desk?status=all&sort=changed" className="link">
            the queue
          </Link>
          .
        </EmptyState>
      ) : (
        <div className="grid gap-x-14 gap-y-12 lg:grid-cols-2">
          <Shares id="by-call" title="Waiting, by call" filter="call" shares={byCall} />
          <Shares
            id="by-agreement"
            title="Waiting, by agreement"
            filter="agreement"
            shares={byAgreement}
            empty="None of them proposes anything for an agreement of the dataset."
          />
        </div>
      )}
      {sharesOf !== null && (
        <p className="mt-6 text-sm text-muted">
          Calls and agreements are counted among the {sharesOf.toLocaleString('en')} that have waited longest.
        </p>
      )}
      <p className="mt-6">
        <Link href="/desk/statistics" className="link">
          Statistics of all contributions
        </Link>
      </p>
      <CallsAnswered calls={calls.filter(({ counts }) => counts.submitted > 0)} />
      {can(actor, 'call.manage') && (
        <p className="mt-6 text-sm">
          <Link href="/desk/overview/refused" className="link">
            Values stored under older rules
          </Link>
        </p>
      )}
    </>
  );
}

/** Said to those who can do something about it. */
async function BackupTroubleNotice() {
  const { trouble } = await readBackups();
  if (trouble === null) return null;
  return (
    <div className="mb-6">
      <Notice kind="warning" title={BACKUP_TROUBLE[trouble]}>
        <Link href="/desk/settings/backups" className="link">
          Backups
        </Link>
      </Notice>
    </div>
  );
}

/** Where all answers to a call can be read, printed and taken as a spreadsheet. */
function CallsAnswered({ calls }: { calls: readonly DeskCall[] }) {
  if (calls.length === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="answered">
      <h2 id="answered">Answers, question by question</h2>
      <ul className="mt-3 space-y-1">
        {calls.map(({ slug, title, counts }) => (
          <li key={slug}>
            <Link href={`/desk/calls/${slug}/answers`} className="link" dir="auto">
              {title}
            </Link>{' '}
            <span className="text-muted">{sayCount(counts.submitted, 'contribution')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
