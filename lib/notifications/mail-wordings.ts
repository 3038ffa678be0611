import { createTranslator } from 'next-intl';
import { accountAdded } from '@/emails/account-added';
import { closingReminder } from '@/emails/closing-reminder';
import { colleaguesAnswered } from '@/emails/colleagues-answered';
import { changesRequested } from '@/emails/changes-requested';
import { confirmAddress } from '@/emails/confirm-address';
import { confirmIdentity } from '@/emails/confirm-identity';
import { contactErased } from '@/emails/contact-erased';
import { contributionDeclined } from '@/emails/contribution-declined';
import { contributionPublished } from '@/emails/contribution-published';
import { contributionReceived } from '@/emails/contribution-received';
import { contributionRestored } from '@/emails/contribution-restored';
import { contributionUnpublished } from '@/emails/contribution-unpublished';
import { contributionWithdrawn } from '@/emails/contribution-withdrawn';
import { decisionsMade } from '@/emails/decisions-made';
import { deskNotices } from '@/emails/desk-notices';
import { earlierContribution } from '@/emails/earlier-contribution';
import { editorNote } from '@/emails/editor-note';
import { privateLinks } from '@/emails/private-links';
import { newSignIn } from '@/emails/new-sign-in';
import { enteredOnBehalf } from '@/emails/entered-on-behalf';
import { signIn } from '@/emails/sign-in';
import type { MailFrame, Template } from '@/emails/_parts/template';
import mail from '@/lib/platform/i18n/messages/en/mail.json';
import type { AuditActor } from '@/lib/platform/audit/record';
import type { Issue, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { withNames } from '@/lib/platform/i18n/messages-for';
import { siteSettings, withSettings } from '@/lib/platform/settings/current-settings';
import { saveWordings } from '@/lib/platform/settings/edit-settings';
import { cleanText } from '@/lib/platform/text/clean-text';
import { renderMail } from './rendering';
import type { RenderedMail } from './rendering';

const preview =
  <Props extends MailFrame>(template: Template<Props>) =>
  () =>
    renderMail(template, template.previewProps);

/** Every mail by its name in the catalogue, with how a sample of it is rendered. */
const MAILS = {
  confirmAddress: preview(confirmAddress),
  enteredOnBehalf: preview(enteredOnBehalf),
  earlierContribution: preview(earlierContribution),
  privateLinks: preview(privateLinks),
  closingReminder: preview(closingReminder),
  contributionReceived: preview(contributionReceived),
  contributionPublished: preview(contributionPublished),
  contributionDeclined: preview(contributionDeclined),
  contributionUnpublished: preview(contributionUnpublished),
  contributionRestored: preview(contributionRestored),
  contributionWithdrawn: preview(contributionWithdrawn),
  contactErased: preview(contactErased),
  colleaguesAnswered: preview(colleaguesAnswered),
  changesRequested: preview(changesRequested),
  editorNote: preview(editorNote),
  decisionsMade: preview(decisionsMade),
  deskNotices: preview(deskNotices),
  accountAdded: preview(accountAdded),
  newSignIn: preview(newSignIn),
  signIn: preview(signIn),
  confirmIdentity: preview(confirmIdentity),
} as const;

export type MailName = keyof typeof MAILS;
export const MAIL_NAMES = Object.keys(MAILS) as MailName[]; // the keys of an object written above
export const isMailName = (name: string): name is MailName => Object.hasOwn(MAILS, name);

/** A text of a mail: its key in the catalogue, the usual wording, and the placeholders that it can't be without. */
export type MailText = { key: string; usual: string; placeholders: string[]; own: string };

const MAX_WORDING = 4_000;

/** The texts of a mail, in the catalogue's order, with the wordings that admins gave them. */
export function mailTexts(name: MailName): MailText[] {
  const settings = siteSettings();
  const { mails } = settings;
  const usualMail = withNames({ mail }, { ...settings, mails: {} }).mail;
  return textsIn(usualMail[name], name).map(([key, usual]) => ({
    key,
    usual,
    placeholders: placeholdersOf(usual),
    own: mails[key] ?? '',
  }));
}

function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

/** `{call}` and `{days, plural, …}`: the names in braces. */
const placeholdersOf = (wording: string): string[] => [
  ...new Set([...wording.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name)),
];

type Wordings = Record<string, string>;
type WordingInput = { name: MailName; typed: Wordings };

/**
 * Gives a mail other words; an empty text is the usual one again.
 * Reasons: `invalid` with an issue for each text (`too_long`, `placeholder_missing`, `placeholder_unknown`: also where
 * braces do not match).
 */
export async function saveMailWordings({
  actor,
  ...input
}: WordingInput & { actor: AuditActor }): Promise<Result<{ version: number }>> {
  const wordings = cleaned(input);
  const issues = faultsIn(input.name, wordings);
  return issues.length > 0 ? failure('invalid', issues) : saveWordings({ actor, wordings });
}

/** Gives every text of a mail its usual words again. */
export function resetMailWordings({ actor, name }: { actor: AuditActor; name: MailName }) {
  return saveWordings({ actor, wordings: Object.fromEntries(mailTexts(name).map(({ key }) => [key, ''])) });
}

/** A sample of a mail with these words, which are not stored. Reasons: those of `saveMailWordings`. */
export async function previewMailWordings(input: WordingInput): Promise<Result<RenderedMail>> {
  const wordings = cleaned(input);
  const issues = faultsIn(input.name, wordings);
  if (issues.length > 0) return failure('invalid', issues);
  const settings = siteSettings();
  const mails = Object.fromEntries(
    Object.entries({ ...settings.mails, ...wordings }).filter(([, wording]) => wording !== ''),
  );
  return { ok: true, ...(await withSettings({ ...settings, mails }, MAILS[input.name])) };
}

/** Only the texts of this mail; the usual wording typed again is none of its own. */
function cleaned({ name, typed }: WordingInput): Wordings {
  return Object.fromEntries(
    mailTexts(name).flatMap(({ key, usual }) => {
      const text = typed[key] === undefined ? undefined : cleanText(typed[key]).text.trim();
      return text === undefined ? [] : [[key, text === usual ? '' : text]];
    }),
  );
}

function faultsIn(name: MailName, wordings: Wordings): Issue[] {
  return mailTexts(name).flatMap(({ key, usual, placeholders }) => {
    const wording = wordings[key] ?? '';
    const code = wording === '' ? null : faultOf(wording, { usual, placeholders });
    return code === null ? [] : [{ path: key, code }];
  });
}

function faultOf(wording: string, { usual, placeholders }: Pick<MailText, 'usual' | 'placeholders'>): string | null {
  if (wording.length > MAX_WORDING) return 'too_long';
  const numeric = (name: string) => new RegExp(`\\{${name}, *(plural|number)`).test(usual);
  const say = (changed?: string) => {
    const values = placeholders.map((name) => [
      name,
      numeric(name) ? (name === changed ? 7 : 3) : `${name} ${name === changed ? 'Y' : 'X'}`,
    ]);
    return saidWith(wording, Object.fromEntries(values));
  };
  const said = say();
  if (said === null) return 'placeholder_unknown';
  // A placeholder is there if its value is.
  return placeholders.some((name) => say(name) === said) ? 'placeholder_missing' : null;
}

/** A wording with these values; null where its braces do not match or name something else. */
function saidWith(wording: string, values: Record<string, string | number>): string | null {
  let failed = false;
  const words = createTranslator({
    locale: 'en',
    messages: { wording },
    onError: () => {
      failed = true;
    },
  });
  const said = words('wording', values);
  return failed ? null : said;
}
