import { hideContactDetails } from '@/lib/platform/text/contact-details';

/** What a loader selects of a contribution whose words it shows. */
export const CONTACTS = { showsContacts: true, contactsHiddenAt: true } as const;
export type ContactsRow = { showsContacts: boolean; contactsHiddenAt: Date | null };

/**
 * A contribution's words as readers have them: e-mail addresses and telephone numbers in them are shown only where their author wished it
 * and no editor hid them. Applied when reading: what was sent is not changed (docs/decisions/0020). Values of the dataset and the
 * editors' own words never show them.
 */
export const asReadersMay = <T>({ showsContacts, contactsHiddenAt }: ContactsRow, words: T): T =>
  showsContacts && contactsHiddenAt === null ? words : hideContactDetails(words);
