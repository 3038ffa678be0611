import type { Metadata } from 'next';
import { LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { listTitle } from '@/app/desk/parts/titles';
import { listAuditEvents } from '@/lib/platform/audit/log';
import { listPeople } from '@/lib/accounts/people';
import { can } from '@/lib/accounts/policy';
import { auditQuery, readAuditAddress } from './audit-address';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';

export async function generateMetadata({ searchParams }: PageProps<'/desk/audit'>): Promise<Metadata> {
  const { action, who, contribution, agreement, from, to, after } = readAuditAddress(await searchParams);
  // The page itself names the person, for those who may read it.
  return {
    title: listTitle(
      'Audit',
      [action, who && 'by one person', contribution, agreement, from && `from ${from}`, to && `to ${to}`],
      after !== undefined,
    ),
  };
}

/** Which editor did what and when. The log contains ids only: this page looks up the editors' names. */
export default async function AuditPage({ searchParams }: PageProps<'/desk/audit'>) {
  const filter = readAuditAddress(await searchParams);
  const actor = await requireActor(`/desk/audit${auditQuery(filter, filter.after)}`, 'audit.read');
  const [{ events, next }, people] = await Promise.all([listAuditEvents(filter), listPeople()]);
  return (
    <>
      <DeskTitle
        title="Audit"
        lead="Everything that was done here, in the order it was done. Nothing in it can be changed or removed. It holds no names and no text that people wrote; editors’ names are looked up for this page."
      />
      <AuditFilters filter={filter} people={people.map(({ id, name, email }) => ({ id, name: name ?? email }))} />
      {events.length > 0 ? (
        <AuditTable events={events} opens={{ mails: can(actor, 'mail.read'), calls: can(actor, 'call.manage') }} />
      ) : (
        <EmptyState title="Nothing like this was done." />
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        {next && (
          <LinkButton href={`/desk/audit${auditQuery(filter, next)}`} variant="secondary">
            Earlier events
          </LinkButton>
        )}
        {events.length > 0 && (
          <LinkButton href={`/desk/audit/export${auditQuery(filter)}`} variant="quiet">
            Download these as CSV, with ids in place of names
          </LinkButton>
        )}
      </p>
    </>
  );
}
