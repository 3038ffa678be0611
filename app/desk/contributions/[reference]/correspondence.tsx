import { Notice } from '@/app/ui/notice';
import { sayMoment } from '@/lib/platform/i18n/dates';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { NoteForm } from './note-form';
import { RequestForm } from './request-form';
import type { Askable } from './request-form';

const TITLES = {
  changes_requested: 'Changes requested',
  note: 'Message to the contributor',
  reply: 'Reply by the contributor',
};

/** The messages between editors and contributor, and forms to write. */
export function Correspondence({ contribution }: { contribution: ReviewContribution }) {
  const { reference, status, blocker, messages } = contribution;
  const mayAct = blocker === null;
  const mayAsk = mayAct && (status === 'submitted' || status === 'changes_requested');
  const mayWrite = mayAct && status !== 'withdrawn';
  const places = askable(contribution);
  const names = new Map(places.map(({ kind, id, label }) => [`${kind} ${id}`, label]));
  return (
    <section aria-labelledby="correspondence" className="border-t border-ink pt-6 pb-10">
      <h2 id="correspondence" className="text-2xl">
        Correspondence
      </h2>
      {messages.at(-1)?.kind === 'reply' && (
        <div className="mt-3">
          <Notice kind="info" title="The contributor wrote last" />
        </div>
      )}
      {messages.length === 0 && <p className="mt-1 text-muted">There are no messages yet.</p>}
      <ol className="mt-4 space-y-5 empty:hidden">
        {messages.map(({ id, kind, text, items, at, by, revision }) => (
          <li key={id} className={`border-s-2 ps-4 ${kind === 'reply' ? 'border-accent' : 'border-rule'}`}>
            <p className="text-sm">
              <strong>{TITLES[kind]}</strong>
              <span className="text-muted">
                {by && `, ${by}`}, <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>, on
                version {revision}
              </span>
            </p>
            <p className="max-w-measure whitespace-pre-line" dir="auto">
              {text}
            </p>
            {items.map((item) => (
              <p key={`${item.kind} ${item.id}`} className="mt-2 max-w-measure text-sm whitespace-pre-line" dir="auto">
                <span className="font-semibold">
                  {names.get(`${item.kind} ${item.id}`) ?? 'A value of an earlier version'}:
                </span>{' '}
                {item.text}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {mayAsk && <RequestForm reference={reference} places={places} />}
      {mayWrite && <NoteForm reference={reference} />}
    </section>
  );
}

/** Everything that a request for changes can name: the answers, and the undecided proposed values. */
function askable({ questions, proposals }: ReviewContribution): Askable[] {
  return [
    ...questions.map(({ key, shortTitle }) => ({ kind: 'question' as const, id: key, label: shortTitle })),
    ...proposals.flatMap(({ agreement, changes }) =>
      changes
        .filter(({ state }) => state !== null)
        .map(({ id, title }) => ({
          kind: 'cell' as const,
          id,
          label: agreement ? `${agreement.shortName}: ${title}` : title,
        })),
    ),
  ];
}
