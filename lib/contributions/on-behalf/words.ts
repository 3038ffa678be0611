import type { EntrySource } from '@/lib/contributions/constants';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';

/** Whether an entry counts: its contributor has confirmed it, or an editor has noted their consent. */
export const consentOf = ({
  consentedAt,
  notedById,
}: {
  consentedAt: Date | null;
  notedById: string | null;
}): 'waiting' | 'confirmed' | 'noted' =>
  consentedAt === null ? 'waiting' : notedById === null ? 'confirmed' : 'noted';

/** What everybody may know of how a contribution was entered; nulls where it could tell who an unnamed author is. */
export type PublicEntry = {
  source: EntrySource | null;
  /** As `2026-11-28`. */ receivedOn: string | null;
};

type Row = { source: EntrySource; receivedOn: Date };
type Attribution = { anonymous: boolean; publicName: string | null; publicAffiliation: string | null };

/** The public part of an entry. Source and day of one without a public author could tell who wrote to the editors then. */
export function publicEntry({ source, receivedOn }: Row, attribution: Attribution): PublicEntry {
  return authorOf(attribution) === null
    ? { source: null, receivedOn: null }
    : { source, receivedOn: receivedOn.toISOString().slice(0, 10) };
}

/** Whom a public sentence may name; null for an anonymous or unnamed author. */
export const authorOf = ({ anonymous, publicName, publicAffiliation }: Attribution): string | null =>
  anonymous ? null : (publicAffiliation ?? publicName);

/** The sentences of the catalogue `entered.sentence`. */
type Say = (key: EntrySource | 'unnamed', values: { who: string; day: string }) => string;

/** The sentence that says that editors entered a contribution, on whose behalf and from what. */
export function entryInWords(entry: PublicEntry, who: string | null, locale: Locale, say: Say): string {
  const { source, receivedOn } = entry;
  if (source === null || receivedOn === null || who === null) return say('unnamed', { who: '', day: '' });
  return say(source, { who, day: sayDay(`${receivedOn}T00:00:00.000Z`, locale) });
}
