import { Moment } from '@/app/ui/moment';
import type { LinkedIdentity } from '@/lib/accounts/oidc/identities';

/** The accounts at sign-in providers that belong to a person, and since when. */
export function IdentityLines({ identities }: { identities: readonly LinkedIdentity[] }) {
  return (
    <ul className="mb-4">
      {identities.map(({ issuer, linkedAt }) => (
        <li key={issuer}>
          Signs in through <span className="font-mono text-sm">{new URL(issuer).host}</span>, confirmed{' '}
          <Moment value={linkedAt.toISOString()} locale="en" />
        </li>
      ))}
    </ul>
  );
}
