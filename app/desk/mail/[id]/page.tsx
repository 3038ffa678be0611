import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { MessagePlace } from '@/app/ui/message-place';
import { Notice } from '@/app/ui/notice';
import { Tag } from '@/app/ui/tag';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { MAIL_STATUS_WORDS, mailKindWords } from '@/app/desk/words/mails';
import { sayDay, sayMoment } from '@/lib/platform/i18n/dates';
import { previewMail } from '@/lib/notifications/compose';
import { readMail } from '@/lib/notifications/outbox-list';
import type { OutboxMail } from '@/lib/notifications/outbox-list';
import { discard, retry, cancelSchedule } from './actions';
import { DraftForm } from './draft-form';

export const metadata: Metadata = { title: 'Mail' };

/**
 * One mail as its recipient will see it. Its private link is made when it is sent; until then a placeholder is shown.
 */
export default async function OneMailPage({ params }: PageProps<'/desk/mail/[id]'>) {
  const { id } = await params;
  await requireActor(`/desk/mail/${encodeURIComponent(id)}`, 'mail.read');
  const mail = z.uuid().safeParse(id).success ? await readMail(id) : null;
  if (!mail) notFound();
  const preview = await previewMail(id);
  return (
    <>
      <DeskTitle title={mailKindWords(mail.kind)}>
        <MailState mail={mail} />
      </DeskTitle>
      <MessagePlace>
        {mail.status === 'draft' && <Draft mail={mail} usualSubject={preview?.usualSubject ?? ''} />}
        {mail.status === 'draft' && preview?.empty && (
          <Notice kind="warning" title="It has nothing to tell any more">
            What it was to tell does not hold any more: a decision was undone, or the contribution was withdrawn. If you
            send it now, it does not leave.
          </Notice>
        )}
        {mail.status === 'failed' && (
          <Command action={retry} fields={{ id }} label="Try again" done="It is tried again." variant="primary" />
        )}
      </MessagePlace>
      {mail.emptiedAt && (
        <Notice kind="info" title={`What it said was removed on ${sayDay(mail.emptiedAt.toISOString(), 'en')}`}>
          It was kept as long as the{' '}
          <Link href="/desk/settings/retention" className="link">
            settings
          </Link>{' '}
          say.
        </Notice>
      )}
      {preview && (
        <section aria-labelledby="preview" className="mt-8 border-t border-rule pt-6">
          <h2 id="preview" className="mb-4 text-xl">
            {preview.subject}
          </h2>
          <p className="max-w-[46rem] border-s-2 border-rule ps-5 whitespace-pre-line wrap-anywhere">{preview.text}</p>
          <p className="mt-5">
            <a href={`/desk/mail/${id}/preview`} target="_blank" rel="noreferrer" className="link">
              See it as most mail programs show it
            </a>{' '}
            <span className="text-sm text-muted">(opens a new window)</span>
          </p>
        </section>
      )}
    </>
  );
}

/** The actions on a draft: change it, send it, schedule it with the publication, cancel it. */
function Draft({ mail, usualSubject }: { mail: OutboxMail; usualSubject: string }) {
  return (
    <>
      {(mail.withPublication || mail.sendAfter) && (
        <div className="mb-6 space-y-3">
          <Notice
            kind="info"
            title={
              mail.sendAfter
                ? `It is sent on ${sayMoment(mail.sendAfter.toISOString(), 'en')}.`
                : `It is sent when ${mail.reference} is published.`
            }
          >
            {mail.cannotLeave && 'If the address is not confirmed by then, it waits until it is.'}
          </Notice>
          <Command
            action={cancelSchedule}
            fields={{ id: mail.id }}
            label="Cancel the schedule"
            done="It is no longer scheduled: send it yourself."
          />
        </div>
      )}
      <DraftForm
        id={mail.id}
        subject={composedText(mail).subject}
        note={composedText(mail).note}
        usualSubject={usualSubject}
        canWait={mail.mayBePublished && !mail.withPublication}
      />
      <div className="mt-3">
        <Command
          action={discard}
          fields={{ id: mail.id }}
          label="Cancel this draft"
          done="Cancelled. It is never sent."
          about="for good: it is never sent"
          variant="quiet"
        />
      </div>
    </>
  );
}

function MailState({
  mail: { to, reference, status, statusAt, attempts, lastError, waitsForConfirmation, cannotLeave, organisation },
}: {
  mail: OutboxMail;
}) {
  const { word, tone } = MAIL_STATUS_WORDS[status];
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <Tag tone={tone}>{word}</Tag>
        <span>
          To{' '}
          {reference ? (
            <>
              the contact of{' '}
              <Link href={`/desk/contributions/${reference}`} className="link">
                {reference}
              </Link>
              {organisation && (
                <>
                  , <bdi>{organisation}</bdi>
                </>
              )}
            </>
          ) : (
            to
          )}
        </span>
        <time dateTime={statusAt.toISOString()}>{sayMoment(statusAt.toISOString(), 'en')}</time>
        {attempts > 0 && <span>{attempts === 1 ? 'One failed attempt' : `${attempts} failed attempts`}</span>}
      </p>
      {cannotLeave && (
        <div className="mt-4">
          <Notice kind="warning" title="It can’t be sent: the address is not confirmed">
            If you send it now, it waits until the contributor confirms the address.{' '}
            <AddressLink reference={reference} />
          </Notice>
        </div>
      )}
      {waitsForConfirmation && (
        <div className="mt-4">
          <Notice kind="info" title="It waits">
            The contributor has not confirmed the address yet. It is sent as soon as they do.{' '}
            <AddressLink reference={reference} />
          </Notice>
        </div>
      )}
      {lastError && (
        <p className="mt-3 text-sm text-muted wrap-anywhere">
          The mail server said: {lastError} {status === 'failed' && <AddressLink reference={reference} />}
        </p>
      )}
    </>
  );
}

function AddressLink({ reference }: { reference: string | null }) {
  return (
    reference && (
      <Link href={`/desk/contributions/${reference}#address`} className="link">
        Ask again, or correct the address
      </Link>
    )
  );
}

/** The editors' own text in it; other kinds of mail have none. */
function composedText({ payload }: OutboxMail): { note: string; subject: string } {
  const parsed = z.object({ note: z.string().default(''), subject: z.string().default('') }).safeParse(payload);
  return parsed.success ? parsed.data : { note: '', subject: '' };
}
