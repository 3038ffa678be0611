import { db } from '@/lib/platform/db/client';
import type contribute from '@/lib/platform/i18n/messages/en/contribute.json';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readMailNames, rowInMail, withNames } from './mail-references';
import type { MailNames } from './mail-references';
import { heldContact } from './outbox-list';
import { DRAFTED_KINDS, askedQuestions } from './schema';
import type { MailStatus } from './state';

/**
 * Whether a mail may be sent now, and to which address.
 * `unconfirmed`: the address is not confirmed and this kind of mail needs that; it waits.
 * `gone`: there is no address, because it was erased or never given, or the account is deactivated.
 */
type Recipient = { state: 'ready'; address: string } | { state: 'unconfirmed' } | { state: 'gone' };

export type MailToSend = {
  id: string;
  kind: string;
  payload: unknown;
  status: MailStatus;
  statusAt: Date;
  locale: Locale;
  userId: string | null;
  contributionId: string | null;
  recipient: Recipient;
};

/** Reads a mail and, at the same moment, its recipient. */
export async function findMailToSend(id: string): Promise<MailToSend | null> {
  const row = await db.mail.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      payload: true,
      status: true,
      statusAt: true,
      locale: true,
      userId: true,
      contributionId: true,
      user: { select: { email: true, deactivatedAt: true } },
      contribution: { select: { contact: { select: { email: true, emailConfirmedAt: true, erasedAt: true } } } },
    },
  });
  if (!row) return null;
  const { user, contribution, locale, ...mail } = row;
  // Written by queueMail, which takes nothing but a Locale.
  return {
    ...mail,
    locale: locale as Locale,
    recipient: user ? userAsRecipient(user) : contactAsRecipient(contribution?.contact, mail.kind),
  };
}

/** Whether an attempt to send this mail is running, or was interrupted. */
export async function isLeaving(id: string): Promise<boolean> {
  return (await db.mail.count({ where: { id, status: 'sending' } })) > 0;
}

function userAsRecipient(user: { email: string; deactivatedAt: Date | null }): Recipient {
  return user.deactivatedAt ? { state: 'gone' } : { state: 'ready', address: user.email };
}

type ContactRow = { email: string | null; emailConfirmedAt: Date | null; erasedAt: Date | null };

function contactAsRecipient(contact: ContactRow | null | undefined, kind: string): Recipient {
  if (!contact?.email || contact.erasedAt) return { state: 'gone' };
  if (heldContact(kind, contact)) return { state: 'unconfirmed' };
  return { state: 'ready', address: contact.email };
}

/** The role of an account, for the mail about it. */
export async function readRole(userId: string): Promise<'editor' | 'admin'> {
  return (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } })).role;
}

/**
 * What mails say of a contribution: its name, its call, the editors' reason if it was declined, its status, and whether
 * it was ever public.
 */
export async function readNaming(contributionId: string, locale: Locale) {
  const { call, ...contribution } = await db.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: {
      reference: true,
      status: true,
      statusReason: true,
      publishedAt: true,
      call: { select: { slug: true, texts: true } },
    },
  });
  // validated by lib/calls when it was stored
  const texts = call.texts as Record<string, { title?: string } | undefined>;
  return {
    reference: contribution.reference ?? '',
    call: texts[locale]?.title ?? call.slug,
    status: contribution.status,
    reason: contribution.statusReason ?? '',
    wasPublic: contribution.publishedAt !== null,
  };
}

/** From what an editor entered the contribution, and when that reached them. Throws if no editor entered it. */
export const readEntry = (contributionId: string) =>
  db.entryOnBehalf.findUniqueOrThrow({ where: { contributionId }, select: { source: true, receivedOn: true } });

const SUBMITTED = {
  contribution: {
    select: {
      language: true,
      audience: true,
      publicName: true,
      publicAffiliation: true,
      publicCountry: true,
      stakeholderGroup: true,
      questionnaire: { select: { content: true } },
    },
  },
  answers: { select: { questionKey: true, text: true, said: true } },
  signatures: {
    select: { questionKey: true, name: true, note: true, agreement: { select: { name: true } } },
    orderBy: { position: 'asc' },
  },
  projects: {
    select: {
      questionKey: true,
      title: true,
      description: true,
      link: true,
      agreements: { select: { agreement: { select: { shortName: true } } } },
      criteria: { select: { criterion: { select: { title: true } } } },
    },
    orderBy: { position: 'asc' },
  },
  proposals: {
    select: {
      questionKey: true,
      kind: true,
      comment: true,
      agreement: { select: { name: true } },
      changes: {
        where: { round: 1 },
        orderBy: { key: 'asc' },
        select: {
          key: true,
          base: true,
          value: true,
          note: true,
          source: true,
          asOf: true,
          criterion: { select: { shortTitle: true } },
        },
      },
    },
    orderBy: { position: 'asc' },
  },
  attachments: { select: { attachment: { select: { questionKey: true, name: true } } } },
} as const;

/** A submitted revision in full, question by question, for its sender to keep. */
export async function readSubmissionCopy(contributionId: string, number: number, locale: Locale) {
  const revision = await db.contributionRevision.findUniqueOrThrow({
    where: { contributionId_number: { contributionId, number } },
    select: SUBMITTED,
  });
  const names = await readMailNames();
  const signatures = revision.signatures.map(({ questionKey, name, note, agreement }) => ({
    questionKey,
    name: name ?? agreement?.name ?? '',
    note,
  }));
  const projects = revision.projects.map(({ agreements, criteria, ...project }) => ({
    ...project,
    agreements: agreements.map(({ agreement }) => agreement.shortName),
    criteria: criteria.map(({ criterion }) => criterion.title),
  }));
  const proposals = revision.proposals.map(({ questionKey, kind, comment, agreement, changes }) => ({
    questionKey,
    agreement: agreement?.name ?? nameAmong(changes),
    isNew: kind === 'new',
    comment,
    cells: changes.map(({ criterion, base, value, ...cell }) => ({
      ...cell,
      ...rowInMail(cell.key, names),
      stood: standing(base, names),
      value: withNames(value, names),
      criterion: criterion?.shortTitle ?? null,
    })),
  }));
  const { language, audience, questionnaire } = revision.contribution;
  const parts = askedQuestions(questionnaire.content, locale, audience).map(({ key, title, hasRules }) => ({
    title,
    hasRules,
    text: revision.answers.find(({ questionKey }) => questionKey === key)?.text ?? '',
    said: revision.answers.find(({ questionKey }) => questionKey === key)?.said ?? null,
    signatures: signatures.filter(({ questionKey }) => questionKey === key),
    projects: projects.filter(({ questionKey }) => questionKey === key),
    proposals: proposals.filter(({ questionKey }) => questionKey === key),
    files: revision.attachments.flatMap(({ attachment }) => (attachment.questionKey === key ? [attachment.name] : [])),
  }));
  return {
    language,
    ...authorInWords(revision.contribution, locale),
    // A question with rules that has no answer was probably not asked: it is not shown as left empty.
    parts: parts.flatMap(({ hasRules, ...part }) => (hasRules && saysNothing(part) ? [] : [part])),
  };
}

/** What the dataset said when a value was proposed; null where it said nothing. */
function standing(base: unknown, names: MailNames): { value: unknown; note: string | null } | null {
  const cell = base as { value: unknown; note: string | null } | null; // stored by the submission
  return cell && { value: withNames(cell.value, names), note: cell.note };
}

type AuthorRow = Record<'publicName' | 'publicAffiliation' | 'publicCountry', string | null> & {
  stakeholderGroup: keyof typeof contribute.form.stakeholderGroups | null;
};

/** What is public of an author: as whose the contribution is published, and the stakeholder group. */
function authorInWords({ publicName, publicAffiliation, publicCountry, stakeholderGroup }: AuthorRow, locale: Locale) {
  const words = wordsIn(locale);
  const country = publicCountry && new Intl.DisplayNames(locale, { type: 'region' }).of(publicCountry);
  const shown = [publicName, publicAffiliation, country].filter(Boolean).join(', ');
  return {
    shown: shown || words('sharing.paper.anonymous'),
    group: stakeholderGroup && words(`contribute.form.stakeholderGroups.${stakeholderGroup}`),
  };
}

const saysNothing = ({ title: _, ...said }: { title: string; [part: string]: unknown }): boolean =>
  Object.values(said).every((part) => part === null || part === '' || (Array.isArray(part) && part.length === 0));

type Telling = Pick<MailToSend, 'id' | 'status' | 'statusAt'>;

/** The decided cells that a mail reports, agreement by agreement: those that no earlier mail reported. */
export async function readDecidedCells(contributionId: string, { id, status, statusAt }: Telling) {
  const until = status === 'sent' ? statusAt : null;
  const before = await db.mail.findFirst({
    where: {
      contributionId,
      kind: { in: [...DRAFTED_KINDS] },
      status: 'sent',
      id: { not: id },
      ...(until && { statusAt: { lt: until } }),
    },
    orderBy: { statusAt: 'desc' },
    select: { statusAt: true },
  });
  return decidedBetween(contributionId, before?.statusAt ?? null, until);
}

async function decidedBetween(contributionId: string, since: Date | null, until: Date | null) {
  const names = await readMailNames();
  const proposals = await db.proposal.findMany({
    where: { contributionId },
    orderBy: [{ revision: { number: 'desc' } }, { position: 'asc' }],
    select: {
      agreement: { select: { name: true } },
      changes: {
        orderBy: [{ key: 'asc' }, { round: 'asc' }],
        select: {
          key: true,
          round: true,
          status: true,
          value: true,
          note: true,
          criterion: { select: { shortTitle: true } },
          decision: { select: { value: true, note: true, reason: true, decidedAt: true } },
        },
      },
    },
  });
  return proposals
    .map(({ agreement, changes }) => ({
      name: agreement?.name ?? nameAmong(changes),
      cells: changes
        // If a decision was undone, only the last round of its cell counts; the rounds follow each other.
        .filter(({ key }, at) => changes[at + 1]?.key !== key)
        .filter(
          ({ decision }) =>
            decision &&
            (since === null || decision.decidedAt > since) &&
            (until === null || decision.decidedAt <= until),
        )
        .map(({ key, criterion, status, value, note, decision }) => ({
          key,
          ...rowInMail(key, names),
          criterion: criterion?.shortTitle ?? null,
          outcome: status,
          proposed: withNames(value, names),
          proposedNote: note,
          decided: withNames(decision?.value ?? null, names),
          decidedNote: decision?.note ?? null,
          reason: decision?.reason ?? null,
        })),
    }))
    .filter(({ cells }) => cells.length > 0);
}

/** A proposed agreement that isn't in the dataset is called what its own `name` cell says. */
function nameAmong(changes: { key: string; value: unknown }[]): string {
  return String(changes.find(({ key }) => key === 'name')?.value ?? '');
}
