import { KIND_FOR_UNCONFIRMED } from '@/lib/mail/state';

/** Whether a mail waits until the contact's address is confirmed. One without an address waits for nothing: it will fail. */
export function heldContact(
  kind: string,
  contact: { email: string | null; emailConfirmedAt: Date | null } | null,
): boolean {
  return contact?.email != null && !contact.emailConfirmedAt && kind !== KIND_FOR_UNCONFIRMED;
}
