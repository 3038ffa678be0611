import { z } from 'zod';
import { filled, line, link, text } from '@/lib/platform/text/typed-text';
import defaults from './defaults.json' with { type: 'json' };

/** Whole days after which something is removed; empty: it is kept. Fewer than 30 would be a slip of the hand. */
const days = z
  .string()
  .trim()
  .refine((typed) => typed === '' || /^\d{1,5}$/.test(typed), 'not_a_number_of_days')
  .refine((typed) => typed === '' || Number(typed) >= 30, 'too_few_days');

/** How long each kind of thing is kept (lib/contributions/retention says what each rule removes). */
const retention = {
  draftDays: days,
  contactDays: days,
  originalDays: days,
  fileDays: days,
  mailDays: days,
  noticeDays: days,
};

export type RetentionRule = keyof typeof retention;
// The keys of the object just above.
export const RETENTION_RULES = Object.keys(retention) as RetentionRule[];

/** What an installation is called and says of itself, and how long it keeps what it was told. */
const settings = z.strictObject({
  siteName: filled(line(60)),
  forumName: filled(line(120)),
  shortName: filled(line(20)),
  /** The body that the forum is part of. */
  parentName: filled(line(120)),
  /** As whom the dataset is cited. */
  publisher: filled(line(120)),
  publisherLink: link,
  /** As whom the editors' own changes are signed in public. */
  editorsName: filled(line(120)),
  /** Where readers may write, at the foot of every page. */
  contact: filled(line(200)).pipe(z.email('not_an_email')),
  /** Markdown. */
  footer: filled(text(2_000)),
  about: filled(text(20_000)),
  licenceName: filled(line(120)),
  licenceShort: filled(line(30)),
  licenceLink: link,
  /** The name beside the address that mails come from. Empty: that of the configuration. */
  mailSender: line(80).refine((name) => !/[<>"@,;]/.test(name), 'not_a_sender_name'),
  /** Below each mail; several lines. */
  signature: text(1_000),
  ...retention,
  /** Wordings of mails that differ from the catalogue's, by their key in it (`contributionReceived.next`). */
  mails: z.record(z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/), filled(text(4_000))),
});

export type SiteSettings = z.output<typeof settings>;

export const DEFAULT_SETTINGS: SiteSettings = settings.parse(defaults);

/**
 * What the form of the settings sends. The wordings of mails have pages of their own, and
 * so have the rules on how long things are kept: these may be left out.
 */
export const settingsInput = settings
  .omit({ mails: true })
  .partial({
    draftDays: true,
    contactDays: true,
    originalDays: true,
    fileDays: true,
    mailDays: true,
    noticeDays: true,
  })
  .extend({ version: z.coerce.number().int() })
  .transform(({ version, ...input }) => ({ version, input }));

/** What the form of the rules sends. */
export const retentionInput = z
  .object({ ...retention, version: z.coerce.number().int() })
  .transform(({ version, ...input }) => ({ version, input }));

export type RetentionRules = z.output<typeof retentionInput>['input'];
/** Texts that a change replaces, or some of them. */
export type SettingsInput = Partial<Omit<SiteSettings, 'mails'>>;

/** Stored settings: each that is absent, or was stored under other rules, is the default one. */
export function readStored(stored: unknown): SiteSettings {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const valid = Object.entries(settings.shape).flatMap(([name, schema]) => {
    const parsed = name in given ? schema.safeParse(given[name]) : null;
    return parsed?.success ? [[name, parsed.data] as const] : [];
  });
  // each value has been parsed by the schema of its name
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(valid) as Partial<SiteSettings>) };
}
