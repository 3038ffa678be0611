import { readOidcSettings } from './oidc-settings.mjs';
import type { OidcSettings } from './oidc-settings.mjs';

/**
 * The provider through which people may sign in; null where none is set. Throws, naming each setting at fault, where
 * only half of it is; bin/serve.mjs asks before it serves.
 */
export function oidcSettings(): OidcSettings | null {
  const { settings, problems } = readOidcSettings(process.env);
  if (problems.length > 0) throw new Error(`The configuration is incomplete. ${problems.join(' ')}`);
  return settings;
}

/** Whether sign-in links are mailed; not where the provider is the only way in. */
export const mailsSignInLinks = (): boolean => oidcSettings()?.only !== true;
