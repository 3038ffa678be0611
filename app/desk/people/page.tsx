import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { listPeople } from '@/lib/accounts/people';
import type { Person } from '@/lib/accounts/people';
import { can } from '@/lib/accounts/policy';
import { sayDay } from '@/lib/platform/i18n/dates';
import { ROLE_WORDS } from '@/app/desk/words/roles';
import { countUnassigned, listOpenCounts } from '@/lib/review/assignment/assignees';
import { listInterests } from '@/lib/review/interests/own-interests';
import type { Interests } from '@/lib/review/interests/own-interests';
import { StatedInterests } from '@/app/desk/parts/stated-interests';
import { AutoAssign } from './auto-assign';
import { PersonForm } from './person-form';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage({ searchParams }: PageProps<'/desk/people'>) {
  const actor = await requireActor('/desk/people', 'people.read');
  const [people, open, unassigned, interests] = await Promise.all([
    listPeople(),
    listOpenCounts(),
    countUnassigned(),
    listInterests(),
  ]);
  const manages = can(actor, 'people.manage');
  return (
    <>
      <DeskTitle
        title="People"
        lead={
          manages
            ? 'Only people on this list can sign in.'
            : 'Only people on this list can sign in. An admin adds, changes and removes people.'
        }
      />
      {(await searchParams).removed === 'yes' && (
        <div className="mb-6">
          <Arrival>
            <Notice kind="success" title="Removed. The table shows since when." />
          </Arrival>
        </div>
      )}
      <Table id="people" caption="Accounts" captionHidden>
        <thead>
          <tr>
            <ColumnHead>Person</ColumnHead>
            <ColumnHead className="max-md:hidden">Organisation</ColumnHead>
            <ColumnHead>Role</ColumnHead>
            <ColumnHead className="numeric">Open</ColumnHead>
            <ColumnHead className="max-md:hidden">Since</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              open={open.get(person.id) ?? 0}
              interests={interests.get(person.id)}
              manages={manages}
            />
          ))}
        </tbody>
      </Table>
      {can(actor, 'contribution.assign') && (
        <section aria-labelledby="auto-assign" className="mt-12">
          <h2 id="auto-assign" className="mb-2 text-2xl">
            Assign all unassigned
          </h2>
          <AutoAssign unassigned={unassigned} />
        </section>
      )}
      {manages && (
        <section aria-labelledby="add" className="mt-12">
          <h2 id="add" className="mb-4 text-2xl">
            Add a person
          </h2>
          <PersonForm />
        </section>
      )}
    </>
  );
}

type PersonRowProps = { person: Person; open: number; interests: Interests | undefined; manages: boolean };

function PersonRow({ person, open, interests, manages }: PersonRowProps) {
  const { id, name, email, organisation, role, createdAt, deactivatedAt } = person;
  const since = deactivatedAt ?? createdAt;
  return (
    <tr className={deactivatedAt ? 'text-muted' : undefined}>
      <RowHead>
        {manages && !deactivatedAt ? (
          <Link href={`/desk/people/${id}`} className="link">
            {name ?? email}
          </Link>
        ) : (
          (name ?? email)
        )}
        {name && <span className="block font-normal wrap-anywhere text-muted">{email}</span>}
        {!deactivatedAt && <StatedInterests interests={interests} />}
      </RowHead>
      <Cell className="max-md:hidden">{organisation ?? ''}</Cell>
      <Cell>{deactivatedAt ? 'Removed' : ROLE_WORDS[role]}</Cell>
      <Cell numeric>{deactivatedAt ? '' : open}</Cell>
      <Cell className="whitespace-nowrap max-md:hidden">
        <time dateTime={since.toISOString()}>{sayDay(since.toISOString(), 'en')}</time>
      </Cell>
    </tr>
  );
}
