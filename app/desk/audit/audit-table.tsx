import { Link } from '@/app/ui/link';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { AuditEvent } from '@/lib/platform/audit/log';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { auditActionInWords } from '@/app/desk/words/audit-actions';

const ACTORS = { contributor: 'A contributor', system: 'The system', editor: 'An editor' };

/** `opens`: what the reader's role may open of what events are about. */
type Opens = { mails: boolean; calls: boolean };

export function AuditTable({ events, opens }: { events: readonly AuditEvent[]; opens: Opens }) {
  return (
    <Table id="audit" caption="Events, newest first" captionHidden stacked>
      <thead>
        <tr>
          <ColumnHead>When</ColumnHead>
          <ColumnHead>What was done</ColumnHead>
          <ColumnHead>Details</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id}>
            <RowHead className="whitespace-nowrap font-normal">
              <time dateTime={event.at.toISOString()}>{sayMoment(event.at.toISOString(), 'en')}</time>
            </RowHead>
            <Cell>
              <Sentence event={event} opens={opens} />
            </Cell>
            <Cell>
              <Details event={event} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** “Editor 3 published BPF-2020-007.” */
function Sentence({ event, opens }: { event: AuditEvent; opens: Opens }) {
  const { before, named, after } = auditActionInWords(event.action);
  return (
    <>
      <span className="font-semibold">{event.who ?? ACTORS[event.actorKind]}</span> {before}
      {named && (
        <>
          {' '}
          <Subject event={event} opens={opens} />
        </>
      )}
      {after && ` ${after}`}.
    </>
  );
}

function Subject({ event: { subjectKind, subjectId, about }, opens }: { event: AuditEvent; opens: Opens }) {
  if (subjectKind === 'mail' && opens.mails) {
    return (
      <Link href={`/desk/mail/${subjectId}`} className="link">
        {about.reference ?? 'an editor'}
      </Link>
    );
  }
  if (about.reference !== null) {
    return (
      <Link href={`/desk/contributions/${about.reference}`} className="link">
        {about.reference}
      </Link>
    );
  }
  if (subjectKind === 'call') {
    if (!opens.calls) return <>{subjectId}</>;
    return (
      <Link href={`/desk/calls/${subjectId}`} className="link">
        {subjectId}
      </Link>
    );
  }
  if (about.slug !== null) {
    return (
      <a href={`/en/agreements/${about.slug}`} className="link">
        {about.name}
      </a>
    );
  }
  return <>{about.name ?? UNNAMED_SUBJECTS[subjectKind] ?? subjectKind}</>;
}

const UNNAMED_SUBJECTS: Record<string, string> = {
  contribution: 'a draft that was not sent',
  agreement: 'an agreement',
  user: 'a person',
};

/** The stored row, as it is. */
function Details({ event: { id, action, subjectKind, subjectId, details } }: { event: AuditEvent }) {
  return (
    <details className="text-sm">
      <summary className="link inline-block min-h-6 cursor-pointer">
        {action}
        <span className="sr-only">, event {id}</span>
      </summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-muted wrap-anywhere">
        <dt>event</dt>
        <dd>{id}</dd>
        <dt>{subjectKind}</dt>
        <dd>{subjectId}</dd>
        {Object.entries(details).map(([name, value]) => (
          <Detail key={name} name={name} value={value} />
        ))}
      </dl>
    </details>
  );
}

function Detail({ name, value }: { name: string; value: unknown }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
    </>
  );
}
