import { MessagePlace } from '@/app/ui/message-place';
import { Command } from '@/app/desk/parts/command';
import { IdentityLines } from '@/app/desk/parts/identity-lines';
import type { LinkedIdentity } from '@/lib/accounts/oidc/identities';
import { unlinkOwn } from './actions';

/** The account at the sign-in provider that belongs to the signed-in person, if there is one. */
export function OwnIdentity({ identities }: { identities: readonly LinkedIdentity[] }) {
  return (
    <MessagePlace>
      {identities.length > 0 && (
        <div className="mt-8">
          <IdentityLines identities={identities} />
          <Command
            action={unlinkOwn}
            fields={{}}
            label="Remove the link to this account"
            done="The link is removed. At your next sign-in there, a link is mailed to you again."
            className="px-4 text-sm"
          />
        </div>
      )}
    </MessagePlace>
  );
}
