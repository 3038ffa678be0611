import { recordFailedSignIn } from '@/lib/accounts/sign-in';
import { emailAddress } from '@/lib/accounts/schema';
import { db } from '@/lib/platform/db/client';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { setRoleByGroups } from './group-roles';
import { askToConfirmIdentity, findPersonByIdentity } from './identities';
import type { OidcSettings } from './oidc-settings.mjs';

/** What a provider says of the person who has signed in there, after its signature was checked. */
export type Claims = { sub: string; email?: string; email_verified?: unknown } & Record<string, unknown>;

/** Why a person whom the provider knows is not let in; each has a sentence on the page of failed sign-ins. */
type OidcRefusal = 'AccessDenied' | 'OidcUnverified' | 'OidcOtherAccount' | 'TooManyRequests' | 'EmailSignin';

export type Admission =
  | { outcome: 'admitted' }
  /** A link was mailed; `browser` is the secret for this browser's cookie. */
  | { outcome: 'asked'; browser: string }
  | { outcome: 'refused'; error: OidcRefusal };

/**
 * Decides about a person whom the provider has signed in. The allow-list stays the authority: the provider says who
 * a person is, never who is an editor. An account that a person has confirmed is admitted, with the role that its
 * groups give, if groups give roles. Any other account needs an address that the provider has verified and that is on
 * the list: then this address is mailed a link once.
 */
export async function admit(settings: OidcSettings, claims: Claims, next: string): Promise<Admission> {
  const identity = { issuer: settings.issuer, subject: claims.sub };
  const person = await findPersonByIdentity(identity);
  if (person?.deactivatedAt) return refuse('AccessDenied', person.email);
  if (person) {
    const { groupsClaim, roleGroups } = settings;
    if (groupsClaim !== null) await setRoleByGroups(person.id, claims[groupsClaim], roleGroups);
    return { outcome: 'admitted' };
  }
  const email = emailAddress.safeParse(claims.email);
  if (!email.success || !isVerified(claims)) return refuse('OidcUnverified', '');
  const listed = await db.user.findUnique({
    where: { email: email.data, deactivatedAt: null },
    select: { id: true, identities: { where: { issuer: identity.issuer }, select: { subject: true } } },
  });
  if (!listed) return refuse('AccessDenied', email.data);
  if (listed.identities.length > 0) return refuse('OidcOtherAccount', email.data);
  const counted = await countPass({ endpoint: 'sign_in_mailbox', address: null, about: email.data });
  if (!counted.ok) return refuse('TooManyRequests', email.data);
  try {
    const asked = { ...identity, userId: listed.id, email: email.data, next, provider: settings.name };
    return { outcome: 'asked', browser: await askToConfirmIdentity(asked) };
  } catch {
    return refuse('EmailSignin', email.data);
  }
}

/** Some providers write the value as a text. */
const isVerified = ({ email_verified: verified }: Claims) => verified === true || verified === 'true';

async function refuse(error: OidcRefusal, email: string): Promise<Admission> {
  await recordFailedSignIn({ email, cause: error });
  return { outcome: 'refused', error };
}
