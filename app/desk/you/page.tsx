import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { MessagePlace } from '@/app/ui/message-place';
import { Day } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { Tag } from '@/app/ui/tag';
import { requireActor, sessionToken } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { can } from '@/lib/accounts/policy';
import { ROLE_WORDS } from '@/app/desk/words/roles';
import { listIdentities } from '@/lib/accounts/oidc/identities';
import { listSessions } from '@/lib/accounts/sessions';
import { listNotices, readNotify } from '@/lib/notifications/notices';
import { listAssignedTo } from '@/lib/review/assignment/assignees';
import { sayDay } from '@/lib/platform/i18n/dates';
import { listOwnInterests } from '@/lib/review/interests/own-interests';
import type { AssignedRow } from '@/lib/review/assignment/assignees';
import { read } from './actions';
import { InterestsForm } from './interests-form';
import { NoticeLine } from './notice-line';
import { NotifyForm } from './notify-form';
import { OwnIdentity } from './own-identity';
import { Sessions } from './sessions';

export const metadata: Metadata = { title: 'You' };

/** The signed-in editor's page: their notices, their contributions, and their notification settings. */
export default async function YouPage() {
  const { userId, name, email, role, organisation } = await requireActor('/desk/you', 'account.manage_own');
  const token = await sessionToken();
  const [{ unread, read: known }, work, notify, sessions, interests, identities] = await Promise.all([
    listNotices(userId),
    listAssignedTo(userId),
    readNotify(userId),
    listSessions(userId, token),
    listOwnInterests(userId),
    listIdentities(userId),
  ]);
  return (
    <>
      <DeskTitle
        title="You"
        lead={[name ?? email, ROLE_WORDS[role].toLowerCase(), organisation].filter(Boolean).join(', ')}
      />
      <Section id="news" title="What you were told" aside={unread.length > 0 && `${unread.length} unread`}>
        <MessagePlace>
          {unread.length === 0 && (
            <p className="text-muted">
              Nothing new. Here you find what is given to you, where you are mentioned, and what contributors answer.
            </p>
          )}
          <ul className="empty:hidden">
            {unread.map((notice) => (
              <NoticeLine key={notice.id} notice={notice}>
                <Command
                  action={read}
                  fields={{ notice: notice.id }}
                  label="Mark as read"
                  done="Marked as read."
                  about={notice.reference ?? notice.agreement?.name}
                  className="px-3 text-sm"
                />
              </NoticeLine>
            ))}
          </ul>
          {unread.length > 1 && (
            <div className="mt-4">
              <Command
                action={read}
                fields={{}}
                label="Mark all as read"
                done="All are marked as read."
                className="px-4 text-sm"
              />
            </div>
          )}
        </MessagePlace>
        {known.length > 0 && (
          <details className="mt-6">
            <summary className="link w-fit text-sm">What you have read</summary>
            <ul className="mt-2">
              {known.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
          </details>
        )}
      </Section>
      <Section id="work" title="What you look after">
        {work.length === 0 ? (
          <EmptyState title="Nothing waits for you.">
            Take a contribution on its page, or assign all unassigned ones on the people page.
          </EmptyState>
        ) : (
          <WorkTable work={work} />
        )}
      </Section>
      <Section id="mail" title="Mail">
        <NotifyForm current={notify} />
      </Section>
      <Section
        id="interests"
        title="Your interests"
        aside={interests[0] && <>Stated on {sayDay(interests[0].at.toISOString(), 'en')}</>}
      >
        <InterestsForm current={interests[0]?.text ?? ''} />
        <p className="mt-4 max-w-measure text-sm text-muted">
          The editors read it where contributions are assigned, and earlier statements are kept.
        </p>
      </Section>
      <Section id="sessions" title="Where you are signed in">
        <Sessions sessions={sessions} />
        <OwnIdentity identities={identities} />
      </Section>
      {can({ role }, 'token.manage_own') && <Programs />}
      <Section id="held" title="What is stored of you">
        <p className="max-w-measure">
          As one file: your account, notes, notices and audit events, and what you contributed with your address.{' '}
          <a href="/desk/you/held" className="link" download>
            Everything that is stored of you
          </a>
        </p>
      </Section>
    </>
  );
}

function Programs() {
  return (
    <Section id="tokens" title="Programs">
      <p className="max-w-measure">
        With a token of your own a program reads the queue and records decisions in your name.{' '}
        <Link href="/desk/tokens" className="link">
          Your tokens
        </Link>
      </p>
    </Section>
  );
}

function WorkTable({ work }: { work: readonly AssignedRow[] }) {
  return (
    <Table id="assigned" caption="Contributions you look after" captionHidden>
      <thead>
        <Row>
          <ColumnHead>Contribution</ColumnHead>
          <ColumnHead>State</ColumnHead>
          <ColumnHead className="numeric">Undecided</ColumnHead>
          <ColumnHead className="max-sm:hidden">With you since</ColumnHead>
        </Row>
      </thead>
      <tbody>
        {work.map(({ reference, status, assignedAt, pending }) => (
          <Row key={reference}>
            <RowHead className="whitespace-nowrap">
              <Link href={`/desk/contributions/${reference}`} className="link">
                {reference}
              </Link>
            </RowHead>
            <Cell>
              <Tag tone={CONTRIBUTION_STATUS_WORDS[status].tone}>{CONTRIBUTION_STATUS_WORDS[status].word}</Tag>
            </Cell>
            <Cell numeric>{pending}</Cell>
            <Cell className="max-sm:hidden">
              <Day value={assignedAt.toISOString()} locale="en" />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
