import { z } from 'zod';
import { filled, line, link, text } from '@/lib/platform/text/typed-text';
import defaults from './defaults.json' with { type: 'json' };

/** What an installation is called and says of itself. */
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
  /** Wordings of mails that differ from the catalogue's, by their key in it (`contributionReceived.next`). */
  mails: z.record(z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/), filled(text(4_000))),
});

export type SiteSettings = z.output<typeof settings>;

export const DEFAULT_SETTINGS: SiteSettings = settings.parse(defaults);

/** What the form of the settings sends: all but the wordings of mails, which have pages of their own. */
export const settingsInput = settings
  .omit({ mails: true })
  .extend({ version: z.coerce.number().int() })
  .transform(({ version, ...input }) => ({ version, input }));

export type SettingsInput = z.output<typeof settingsInput>['input'];

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
