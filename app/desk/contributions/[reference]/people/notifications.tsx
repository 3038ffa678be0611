import { MessagePlace } from '@/app/ui/message-place';
import { Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { Tag } from '@/app/ui/tag';
import { Command } from '@/app/desk/parts/command';
import { noticeWords } from '@/app/desk/words/notices';
import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { listNoticesAbout } from '@/lib/notifications/notices';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { readAnsweredRequest } from '@/lib/review/correspondence';
import type { AnsweredRequest } from '@/lib/review/correspondence';
import { seen } from './actions';

/** The place on this page that a notice links to. */
const PLACES: Record<string, string> = {
  mentioned: '#notes',
  replied: '#correspondence',
  corrected: '#differences',
  publication_refused: '#publication',
};

/** News for this editor, and the contributor's response to the requested changes. */
export async function Notifications({ reference, editor }: { reference: string; editor: Editor }) {
  const [notices, answered] = await Promise.all([
    listNoticesAbout({ userId: editor.userId, reference }),
    readAnsweredRequest(reference),
  ]);
  const shown = can(editor, 'contact.read') ? answered : hideContactDetails(answered);
  return (
    <MessagePlace>
      <NewHere notices={notices} answered={shown} reference={reference} />
    </MessagePlace>
  );
}

type NewHereProps = {
  notices: Awaited<ReturnType<typeof listNoticesAbout>>;
  answered: AnsweredRequest | null;
  reference: string;
};

function NewHere({ notices, answered, reference }: NewHereProps) {
  if (notices.length === 0 && !answered) return null;
  return (
    <section aria-label="New here" className="mb-6 space-y-4">
      {notices.length > 0 && (
        <Notice kind="info" title="New for you">
          <ul className="mb-3">
            {notices.map(({ id, kind, reason, at }) => (
              <li key={id}>
                {PLACES[kind] ? (
                  <a href={PLACES[kind]} className="link">
                    {noticeWords(kind, reason)}
                  </a>
                ) : (
                  noticeWords(kind, reason)
                )}
                <span className="text-sm text-muted">
                  , <Moment value={at.toISOString()} locale="en" />
                </span>
              </li>
            ))}
          </ul>
          <Command
            action={seen}
            fields={{ reference }}
            label="Mark as read"
            done="Marked as read."
            className="px-4 text-sm"
          />
        </Notice>
      )}
      {answered && <Answered {...answered} />}
    </section>
  );
}

/** The request as it was made; each item says whether its text has changed since. */
function Answered({ askedAt, to, text, items, changed }: AnsweredRequest) {
  return (
    <Notice kind={changed ? 'success' : 'warning'} title={`Version ${to} answers a request for changes`}>
      <p className="text-sm text-muted">
        Asked on <Moment value={askedAt.toISOString()} locale="en" />:
      </p>
      <p className="whitespace-pre-line" dir="auto">
        {text}
      </p>
      <ul className="mt-2 space-y-2 empty:hidden">
        {items.map((item) => (
          <li key={`${item.kind} ${item.id}`}>
            <span className="font-semibold">{item.agreement ? `${item.agreement}: ${item.about}` : item.about}</span>{' '}
            {item.changed ? <Tag tone="ok">Changed</Tag> : <Tag tone="warn">As it was</Tag>}
            <span className="block text-sm text-muted" dir="auto">
              {item.text}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        {changed ? (
          <a href="#differences" className="link">
            See all that has changed
          </a>
        ) : (
          'Nothing in texts, agreements, projects and proposed values differs from the version before.'
        )}
      </p>
    </Notice>
  );
}
