import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Claims } from './admission';
import type { OidcSettings } from './oidc-settings.mjs';

/** How long the provider may take for each answer, in milliseconds. */
const PATIENCE = 8_000;

/**
 * The provider as next-auth uses it: found by its discovery document, with PKCE, state and nonce. next-auth checks the
 * signature of the identity token, its issuer, audience, time and nonce.
 */
export function oidcProvider({ issuer, clientId, clientSecret, name, scope }: OidcSettings): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    type: 'oauth',
    name,
    clientId,
    clientSecret,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    httpOptions: { timeout: PATIENCE },
    userinfo: {
      request: async ({ client, tokens }) => {
        // as openid-client returns it after its checks: next-auth's own types know no claims of a token
        const checked = tokens as unknown as { claims: () => Claims & { iss: string } };
        const { iss, ...claims } = checked.claims();
        if (iss.replace(/\/+$/, '') !== issuer) throw new Error('The provider names another issuer than OIDC_ISSUER');
        if (!client.issuer.metadata.userinfo_endpoint) return claims;
        // Providers may give e-mail address and groups there only. It has to be the same subject.
        return { ...claims, ...(await client.userinfo(tokens as Parameters<typeof client.userinfo>[0])) };
      },
    },
    profile: ({ sub, email }) => ({ id: sub, email }),
  };
}
