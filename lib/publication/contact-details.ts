import { hideContactDetails } from '@/lib/platform/text/contact-details';

/** The columns that a loader must select of a contribution whose words it shows. */
const CONTACTS = { showsContacts: true, contactsHiddenAt: true } as const;

/** The columns of a contribution with what it shows of its author. */
export const AUTHOR = {
  reference: true,
  currentRevision: true,
  anonymous: true,
  publicName: true,
  publicAffiliation: true,
  publicCountry: true,
  stakeholderGroup: true,
  ...CONTACTS,
} as const;
export type ContactsRow = { showsContacts: boolean; contactsHiddenAt: Date | null };

/**
 * A contribution's words for readers: e-mail addresses and telephone numbers in them appear only if the author asked
 * for it and no editor hid them. This happens when reading: what was sent is not changed (docs/decisions/0020). Values
 * of the dataset and the editors' own words never show them.
 */
export const asReadersMay = <T>({ showsContacts, contactsHiddenAt }: ContactsRow, words: T): T =>
  showsContacts && contactsHiddenAt === null ? words : hideContactDetails(words);
