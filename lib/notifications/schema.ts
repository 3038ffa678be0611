import { z } from 'zod';
import { line, text } from '@/lib/platform/text/typed-text';

/** Words an editor adds above the rendered text. */
export const mailNote = text(4_000);

const note = mailNote.optional();

/** A subject line of the editors' own; empty for the usual one. A line break in it would begin another header. */
export const mailSubject = line(200);

const subject = mailSubject.optional();

/** The kinds of mail that an editor reads, and may change, before they are sent. */
export const DRAFTED_KINDS = ['contribution-published', 'contribution-declined', 'decisions-made'] as const;

/** A mail holds the links of no more contributions than these. */
export const MAX_LINKED = 20;

const listed = z.object({ count: z.number().int(), references: z.array(z.string()) });

/** What a desk has for an editor in the morning: numbers, references and titles of calls, never a contributor. */
const dailySummary = z.object({
  /** Contributions that came since the last such mail. */
  arrived: listed,
  /** Contributions assigned to the editor that wait for a decision on their publication. */
  mine: listed,
  /** Commands that wait for this editor as the second one. */
  approvals: z.number().int(),
  /** Calls that close within two weeks, with whole days left. */
  calls: z.array(z.object({ title: z.string(), closesAt: z.iso.datetime(), days: z.number().int() })),
});

/**
 * What each kind of mail in the outbox needs besides its recipient. Facts are read when it is sent; no payload is
 * secret or personal.
 */
const mailPayloads = {
  /** `provider`: the name of the sign-in provider where it is the only way in. */
  'account-added': z.object({ provider: z.string().max(60).optional() }),
  /** To an editor: when a session of theirs began, and on which browser and system by name. */
  'new-sign-in': z.object({ at: z.iso.datetime(), device: z.string().max(60).nullable() }),
  'confirm-address': z.object({}),
  /** To a contributor in whose name an editor entered a contribution: a link to check it. */
  'entered-on-behalf': z.object({}),
  /** The private link, for a new contribution that begins with what this one said. */
  'earlier-contribution': z.object({
    /** The call of the new contribution; absent in mails of earlier editions. */
    call: z.string().max(40).optional(),
  }),
  /** The private links of contributions, to the address that was confirmed for each. */
  'private-links': z.object({ contributions: z.array(z.uuid()).min(1).max(MAX_LINKED) }),
  /** To a contributor who asked for it, about a draft. `closesAt`: the deadline of which it reminds. */
  'closing-reminder': z.object({ closesAt: z.iso.datetime() }),
  'contribution-received': z.object({ revision: z.number().int().min(1) }),
  'contribution-withdrawn': z.object({}),
  /** To a contributor: what colleagues have said on the draft since then. */
  'colleagues-answered': z.object({ since: z.iso.datetime() }),
  'contribution-published': z.object({ note, subject }),
  'contribution-declined': z.object({ note, subject }),
  /** The reason is public. The mail keeps it even if the contribution is put back before the mail is sent. */
  'contribution-unpublished': z.object({ reason: z.string() }),
  'contribution-restored': z.object({}),
  /** Tells of one message of the editors. */
  'changes-requested': z.object({ message: z.uuid() }),
  'editor-note': z.object({ message: z.uuid() }),
  /** To an editor: what concerns them, at once or as the day's digest. */
  'desk-notices': z.object({ notices: z.array(z.uuid()), daily: z.boolean(), summary: dailySummary.optional() }),
  /** Tells of every decision since the last mail of its kind. */
  'decisions-made': z.object({ note, subject }),
} as const;

export type MailKind = keyof typeof mailPayloads;
export type MailPayload<Kind extends MailKind> = z.output<(typeof mailPayloads)[Kind]>;

/** A kind with its payload, told apart by `kind`. */
export type MailContent = { [Kind in MailKind]: { kind: Kind; payload: MailPayload<Kind> } }[MailKind];

const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(mailPayloads, kind);

/** Parses a row of the outbox. Throws if `queueMail` did not write it. */
export function parseMailContent(kind: string, payload: unknown): MailContent {
  if (!isMailKind(kind)) throw new Error(`There is no kind of mail called '${kind}'`);
  // Each schema belongs to its own kind; the compiler can't follow the pair through the index.
  return { kind, payload: mailPayloads[kind].parse(payload) } as MailContent;
}

const askedByLocale = z.record(
  z.string(),
  z.object({
    questions: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        wordings: z.record(z.string(), z.object({ title: z.string() })).optional(),
        askedIf: z.array(z.unknown()).optional(),
      }),
    ),
  }),
);
type AskedQuestion = { key: string; title: string; /** Asked only after certain answers. */ hasRules: boolean };

/**
 * The questions' keys and titles in their order, in the language asked for or else in English, and in the wording of an
 * audience.
 */
export function askedQuestions(content: unknown, locale: string, audience: string | null): AskedQuestion[] {
  const byLocale = askedByLocale.parse(content);
  return ((byLocale[locale] ?? byLocale.en)?.questions ?? []).map(({ key, title, wordings = {}, askedIf }) => ({
    key,
    title: (audience === null ? undefined : wordings[audience]?.title) ?? title,
    hasRules: askedIf !== undefined,
  }));
}
