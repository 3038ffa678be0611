import { MessagePlace } from '@/app/ui/message-place';
import { Moment } from '@/app/ui/moment';
import { Command } from '@/app/desk/parts/command';
import { readPeopleOf } from '@/lib/review/assignment/assignees';
import type { ReviewPeople } from '@/lib/review/assignment/assignees';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { assign, unassign, assignAutomatically, undoRecusal, recuse } from './actions';
import { PeoplesInterests } from '@/app/desk/parts/stated-interests';
import { Reassign } from './reassign';

type PeopleLineProps = { contribution: Pick<ReviewContribution, 'reference' | 'status' | 'blocker'>; userId: string };

/** The assigned editor and the recused ones, with controls to change both. */
export async function PeopleLine({ contribution: { reference, status, blocker }, userId }: PeopleLineProps) {
  const people = await readPeopleOf(reference);
  if (!people) return null;
  const aside = people.recused.some((person) => person.userId === userId);
  const settled = status === 'declined' || status === 'withdrawn';
  return (
    <section aria-label="Who works on it" className="flex flex-wrap items-center gap-x-6 gap-y-1 text-sm">
      <div>
        <Assignee people={people} userId={userId} settled={settled} />
        {people.recused.length > 0 && (
          <p className="text-muted">
            Recused: {people.recused.map((person) => (person.userId === userId ? 'you' : person.name)).join(', ')}.
            {aside && ' Another editor can undo it.'}
          </p>
        )}
      </div>
      <MessagePlace>
        <div className="no-print flex flex-wrap items-start gap-x-3 gap-y-1 [&_button]:min-h-8 [&_button]:py-1 [&_summary]:min-h-8">
          {blocker === null && !settled && <Handing reference={reference} people={people} userId={userId} />}
          {!aside && (blocker === null || blocker === 'likely_own_organisation') && (
            <Command
              action={recuse}
              fields={{ reference }}
              label="Recuse yourself"
              done="You have recused yourself."
              variant="quiet"
              className="text-sm"
            />
          )}
          {blocker === null &&
            people.recused.map(({ userId: person, name }) => (
              <Command
                key={person}
                action={undoRecusal}
                fields={{ reference, userId: person }}
                label={`Undo recusal of ${name}`}
                done={`The recusal of ${name} is undone.`}
                variant="quiet"
                className="text-sm"
              />
            ))}
        </div>
      </MessagePlace>
    </section>
  );
}

function Assignee({
  people: { assignee, assignedAt },
  userId,
  settled,
}: {
  people: ReviewPeople;
  userId: string;
  settled: boolean;
}) {
  if (!assignee)
    return <p className="text-muted">{settled ? 'No editor looks after it.' : 'No editor looks after it yet.'}</p>;
  return (
    <p>
      Looked after by <strong>{assignee.userId === userId ? 'you' : assignee.name}</strong>
      {assignedAt && (
        <span className="text-muted">
          {' '}
          since <Moment value={assignedAt.toISOString()} locale="en" />
        </span>
      )}
    </p>
  );
}

function Handing({
  reference,
  people: { assignee, candidates },
  userId,
}: {
  reference: string;
  people: ReviewPeople;
  userId: string;
}) {
  const from = assignee?.userId ?? '';
  const others = candidates.filter((person) => person.userId !== userId && person.userId !== from);
  return (
    <>
      {from === userId ? (
        <Command
          action={unassign}
          fields={{ reference, from }}
          label="Unassign yourself"
          done="You are unassigned: no editor looks after it now."
          className="px-4 text-sm"
        />
      ) : (
        <Command
          action={assign}
          fields={{ reference, from, to: userId }}
          label={assignee ? 'Take it over' : 'Take it'}
          done="You look after it now."
          className="px-4 text-sm"
        />
      )}
      {!assignee && (
        <Command
          action={assignAutomatically}
          fields={{ reference }}
          label="Assign automatically"
          done="Assigned to the editor whose turn it is."
          className="px-4 text-sm"
        />
      )}
      {others.length > 0 && (
        <Reassign reference={reference} from={from} candidates={others}>
          <PeoplesInterests people={others.filter(({ blocker }) => blocker === null)} />
        </Reassign>
      )}
    </>
  );
}
