import type { Metadata } from 'next';
import { Cell, ColumnHead, RowHead, Table } from '@/app/_components/table';
import { requireActor } from '@/app/_server/session';
import { Command } from '@/app/(desk)/desk/_parts/command';
import { DeskTitle } from '@/app/(desk)/desk/_parts/desk-title';
import { listPeople } from '@/lib/auth/people/queries';
import type { Person } from '@/lib/auth/people/queries';
import { can } from '@/lib/auth/policy';
import type { Actor } from '@/lib/auth/policy';
import { sayDay } from '@/lib/i18n/dates';
import { deactivate } from './actions';
import { PersonForm } from './person-form';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const actor = await requireActor('/desk/people');
  const people = await listPeople();
  const manages = can(actor, 'people.manage');
  return (
    <>
      <DeskTitle
        title="People"
        lead={manages ? 'Only who is listed here can sign in.' : 'Only who is listed here can sign in. An admin adds and removes people.'}
      />
      <Table id="people" caption="Accounts" captionHidden>
        <thead>
          <tr>
            <ColumnHead>Person</ColumnHead>
            <ColumnHead className="max-md:hidden">Organisation</ColumnHead>
            <ColumnHead>Role</ColumnHead>
            <ColumnHead className="max-md:hidden">Since</ColumnHead>
            {manages && (
              <ColumnHead>
                <span className="sr-only">Change</span>
              </ColumnHead>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} actor={actor} manages={manages} />
          ))}
        </tbody>
      </Table>
      {manages && (
        <section aria-labelledby="add" className="mt-12">
          <h2 id="add" className="mb-4 text-2xl">
            Add somebody
          </h2>
          <PersonForm />
        </section>
      )}
    </>
  );
}

function PersonRow({ person, actor, manages }: { person: Person; actor: Actor; manages: boolean }) {
  const { id, name, email, organisation, role, createdAt, deactivatedAt } = person;
  const since = deactivatedAt ?? createdAt;
  return (
    <tr className={deactivatedAt ? 'text-muted' : undefined}>
      <RowHead>
        {name ?? email}
        {name && <span className="block font-normal wrap-anywhere text-muted">{email}</span>}
      </RowHead>
      <Cell className="max-md:hidden">{organisation ?? ''}</Cell>
      <Cell>{deactivatedAt ? 'Removed' : role === 'admin' ? 'Admin' : 'Editor'}</Cell>
      <Cell className="whitespace-nowrap max-md:hidden">
        <time dateTime={since.toISOString()}>{sayDay(since.toISOString(), 'en')}</time>
      </Cell>
      {manages && <Cell>{!deactivatedAt && id !== actor.userId && <Command action={deactivate} fields={{ userId: id }} label="Remove" about={name ?? email} className="px-3 text-sm" />}</Cell>}
    </tr>
  );
}
