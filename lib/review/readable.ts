import { can } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/policy';
import { hideContactDetails } from '@/lib/platform/text/contact-details';

/**
 * What this person may read of a value: an observer sees a mark in place of each e-mail address and telephone number in
 * its texts (docs/ROLES.md).
 */
export const readableFor = (actor: Pick<Actor, 'role'>): (<T>(value: T) => T) =>
  can(actor, 'contact.read') ? (value) => value : hideContactDetails;
