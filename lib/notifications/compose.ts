import { accountAdded } from '@/emails/account-added';
import { closingReminder } from '@/emails/closing-reminder';
import { colleaguesAnswered } from '@/emails/colleagues-answered';
import { changesRequested } from '@/emails/changes-requested';
import { confirmAddress } from '@/emails/confirm-address';
import { contributionDeclined } from '@/emails/contribution-declined';
import { contributionPublished } from '@/emails/contribution-published';
import { contributionReceived } from '@/emails/contribution-received';
import { contributionRestored } from '@/emails/contribution-restored';
import { contributionUnpublished } from '@/emails/contribution-unpublished';
import { contributionWithdrawn } from '@/emails/contribution-withdrawn';
import { decisionsMade } from '@/emails/decisions-made';
import { deskNotices } from '@/emails/desk-notices';
import { enteredOnBehalf } from '@/emails/entered-on-behalf';
import { earlierContribution } from '@/emails/earlier-contribution';
import { editorNote } from '@/emails/editor-note';
import { privateLinks } from '@/emails/private-links';
import { newSignIn } from '@/emails/new-sign-in';
import { origin } from '@/lib/platform/env';
import { sayDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { BEGIN, CONFIRMATION_DAYS, ENTRY_LINK_DAYS, LINK_DOORS, STOP } from './constants';
import type { LinkInMail } from './delivery-attempt';
import { readLinkedContributions } from './linked-contributions';
import { readNoticeGroups } from './notice-digest';
import type { MailToSend } from './mail-data';
import { readChangesRequest } from './changes-request';
import {
  findMailToSend,
  isReminderDue,
  readAnswers,
  readDecidedCells,
  readEntry,
  readNaming,
  readRole,
} from './mail-data';
import { renderMail } from './rendering';
import { readSubmissionCopy } from './submission-copy';
import type { RenderedMail } from './rendering';
import { DRAFTED_KINDS, parseMailContent } from './schema';
import type { MailContent } from './schema';

/**
 * Returns the URL of a link with a secret, to the contribution of the mail or to another one of the same address. For a mail that leaves it creates the link; for a preview it only looks like
 * one.
 */
export type LinkMaker = (purpose: LinkInMail, contributionId?: string) => Promise<string>;

/** `usualSubject`: the subject without the editors' own words. `empty`: the event is not true any more. */
export type ComposedMail = RenderedMail & { usualSubject: string; empty: boolean };

type MailRow = Omit<MailToSend, 'recipient'>;

/**
 * Reads what a mail of the outbox is about and renders it, with the editors' own subject if they wrote one. `attached`:
 * whether the files that go with mails of its kind go with it.
 */
export async function composeMail(mail: MailRow, makeLink: LinkMaker, attached = false): Promise<ComposedMail> {
  const content = parseMailContent(mail.kind, mail.payload);
  const rendered = await compose(content, mail, makeLink, attached);
  const own = 'subject' in content.payload ? content.payload.subject : undefined;
  return {
    ...rendered,
    subject: own || rendered.subject,
    usualSubject: rendered.subject,
    empty: await tellsNothing(content.kind, mail),
  };
}

async function compose(
  content: MailContent,
  mail: MailRow,
  makeLink: LinkMaker,
  attached: boolean,
): Promise<RenderedMail> {
  const frame = { locale: mail.locale, host: new URL(origin()).host, attached };
  if (content.kind === 'account-added') {
    return renderMail(accountAdded, {
      ...frame,
      url: `${origin()}/sign-in`,
      role: await readRole(recipientId(mail.userId)),
      provider: content.payload.provider,
    });
  }
  if (content.kind === 'new-sign-in') {
    return renderMail(newSignIn, { ...frame, ...content.payload, url: `${origin()}/desk/you#sessions` });
  }
  if (content.kind === 'desk-notices') {
    const { notices, daily, summary } = content.payload;
    return renderMail(deskNotices, {
      ...frame,
      url: `${origin()}/desk/${summary ? 'overview' : 'you'}`,
      desk: `${origin()}/desk`,
      daily,
      summary,
      groups: await readNoticeGroups(notices),
    });
  }
  return composeForContribution(content, mail, frame, makeLink);
}

/** Whether the event of a mail is not true any more. A mail that was sent was true when it left. */
async function tellsNothing(kind: MailContent['kind'], mail: MailRow): Promise<boolean> {
  if (mail.contributionId === null || mail.status === 'sent') return false;
  return hasPassed(kind, mail.contributionId, mail);
}

async function hasPassed(kind: MailContent['kind'], contributionId: string, mail: MailRow): Promise<boolean> {
  const { status } = await readNaming(contributionId, mail.locale);
  switch (kind) {
    case 'decisions-made':
      return (await readDecidedCells(contributionId, mail)).length === 0;
    case 'contribution-published':
      return status !== 'published';
    case 'contribution-declined':
      return status !== 'declined';
    case 'private-links':
      return (await linkedBy(mail)).length === 0;
    case 'closing-reminder':
      return !(await isReminderDue(contributionId, mail.payload));
    case 'colleagues-answered':
      return Object.values(await readAnswers(contributionId, mail.payload)).every((count) => count === 0);
    case 'contribution-received':
    case 'earlier-contribution':
    case 'changes-requested':
    case 'entered-on-behalf':
      return status === 'withdrawn';
    case 'account-added':
    case 'new-sign-in':
    case 'desk-notices':
    case 'confirm-address':
    case 'contribution-withdrawn':
    case 'contribution-unpublished':
    case 'contribution-restored':
    case 'editor-note':
      return false;
  }
}

/**
 * Renders a mail as it would be sent now, with a placeholder for each private link. Null for an unknown id, and for a
 * mail whose words were removed.
 */
export async function previewMail(id: string): Promise<ComposedMail | null> {
  const mail = await findMailToSend(id);
  const paths = pathsIn(mail?.locale ?? 'en');
  if (!mail || mail.emptiedAt) return null;
  return composeMail(mail, (purpose) => Promise.resolve(`${origin()}${paths.home}/${LINK_DOORS[purpose]}/…`), true);
}

/** The link also says which new contribution it was asked for, so that it leads there. */
function beginningWith(url: string, call: string | undefined): string {
  return call === undefined ? url : `${url}?${BEGIN}=${encodeURIComponent(call)}`;
}

/** The same link, to the page that ends the reminders of a draft. */
const endingReminders = (url: string) => `${url}?${STOP.name}=${STOP.reminder}`;

type Frame = Pick<MailToSend, 'locale'> & { host: string; attached: boolean };

type ForContribution = Exclude<MailContent, { kind: 'account-added' | 'new-sign-in' | 'desk-notices' }>;

async function composeForContribution(
  content: ForContribution,
  mail: MailRow,
  frame: Frame,
  makeLink: LinkMaker,
): Promise<RenderedMail> {
  const id = recipientId(mail.contributionId);
  if (content.kind === 'confirm-address') {
    return renderMail(confirmAddress, { ...frame, url: await makeLink('confirm_email'), days: CONFIRMATION_DAYS });
  }
  if (content.kind === 'private-links') return composePrivateLinks(mail, frame, makeLink);
  const contribution = await readNaming(id, frame.locale);
  if (content.kind === 'entered-on-behalf') {
    const { source, receivedOn } = await readEntry(id);
    return renderMail(enteredOnBehalf, {
      ...{ ...frame, call: contribution.call, source, day: sayDay(receivedOn.toISOString(), frame.locale) },
      ...{ url: await makeLink('check_entry'), days: ENTRY_LINK_DAYS },
    });
  }
  const url = await makeLink('manage');
  if (isAboutDecisions(content)) return composeAboutDecisions(content, mail, { ...frame, url }, contribution);
  const { reference, call, wasPublic } = contribution;
  const named = { ...frame, reference, call, url };
  const publicUrl = publicUrlOf(reference, frame.locale);
  switch (content.kind) {
    case 'contribution-received': {
      const { revision } = content.payload;
      const copy = await readSubmissionCopy(id, revision, frame.locale);
      return renderMail(contributionReceived, { ...named, attached: frame.attached, revision, copy });
    }
    case 'earlier-contribution':
      return renderMail(earlierContribution, { ...named, url: beginningWith(url, content.payload.call) });
    case 'closing-reminder': {
      const reminder = { ...content.payload, timeZone: contribution.timeZone, stopUrl: endingReminders(url) };
      return renderMail(closingReminder, { ...frame, call, url, ...reminder });
    }
    case 'contribution-withdrawn':
      return renderMail(contributionWithdrawn, { ...named, wasPublic });
    case 'colleagues-answered':
      return renderMail(colleaguesAnswered, { ...named, ...(await readAnswers(id, content.payload)) });
    case 'contribution-unpublished':
      return renderMail(contributionUnpublished, { ...named, publicUrl, reason: content.payload.reason });
    case 'contribution-restored':
      return renderMail(contributionRestored, { ...named, publicUrl });
    case 'changes-requested': {
      const request = await readChangesRequest(content.payload.message, frame.locale);
      return renderMail(changesRequested, { ...named, ...request });
    }
    case 'editor-note': {
      const { text } = await readChangesRequest(content.payload.message, frame.locale);
      return renderMail(editorNote, { ...named, text });
    }
  }
}

const linkedBy = ({ payload, contributionId, locale }: MailRow) =>
  readLinkedContributions(payload, recipientId(contributionId), locale);

async function composePrivateLinks(mail: MailRow, frame: Frame, makeLink: LinkMaker): Promise<RenderedMail> {
  const links = [];
  for (const { id, call, reference } of await linkedBy(mail))
    links.push({ call, reference, url: await makeLink('manage', id) });
  const heldUrl = await makeLink('read_held', recipientId(mail.contributionId));
  return renderMail(privateLinks, { ...frame, links, heldUrl });
}

type AboutDecisions = Extract<ForContribution, { kind: (typeof DRAFTED_KINDS)[number] }>;

const isAboutDecisions = (content: ForContribution): content is AboutDecisions =>
  DRAFTED_KINDS.some((kind) => kind === content.kind);

async function composeAboutDecisions(
  { kind, payload: { note } }: AboutDecisions,
  mail: MailRow,
  frame: Frame & { url: string },
  { reference, call, reason }: Awaited<ReturnType<typeof readNaming>>,
): Promise<RenderedMail> {
  const agreements = await readDecidedCells(recipientId(mail.contributionId), mail);
  const content = { ...frame, reference, call, note, agreements };
  switch (kind) {
    case 'contribution-published':
      return renderMail(contributionPublished, { ...content, publicUrl: publicUrlOf(reference, frame.locale) });
    case 'contribution-declined':
      return renderMail(contributionDeclined, { ...content, reason });
    case 'decisions-made':
      return renderMail(decisionsMade, content);
  }
}

const publicUrlOf = (reference: string, locale: MailToSend['locale']) =>
  `${origin()}${pathsIn(locale).contribution(reference)}`;

/** A check constraint gives every mail exactly one recipient; this mail has the wrong kind of recipient. */
function recipientId(id: string | null): string {
  if (!id) throw new Error('This kind of mail goes to another kind of recipient');
  return id;
}
