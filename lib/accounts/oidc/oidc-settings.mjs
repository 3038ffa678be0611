// The settings of signing in through an OpenID Connect provider: read by the commands before the app is loaded, and by
// the app.

/**
 * @typedef {'observer' | 'editor' | 'admin'} Role
 * @typedef {{
 *   issuer: string, clientId: string, clientSecret: string, name: string, scope: string, only: boolean,
 *   groupsClaim: string | null, roleGroups: { role: Role, group: string }[],
 * }} OidcSettings
 *   issuer: without a slash at its end; name: of the provider, as the sign-in page calls it; only: whether no sign-in
 *   links are mailed; roleGroups: which group gives which role, empty where groups give none
 */

/** As in lib/accounts/policy.ts, which commands can't import. */
export const ROLES_OF_GROUPS = /** @type {const} */ (['observer', 'editor', 'admin']);

/** The settings without which there is no provider. */
const NEEDED = {
  OIDC_ISSUER: 'the address of the provider, as https://login.example.org/realms/forum',
  OIDC_CLIENT_ID: 'the name under which the provider knows this site',
  OIDC_CLIENT_SECRET: 'the secret that the provider has given this site',
};
const OPTIONAL = ['OIDC_NAME', 'OIDC_SCOPE', 'OIDC_ONLY', 'OIDC_GROUPS_CLAIM', 'OIDC_ROLE_GROUPS'];
const MAX_NAME = 60;

/**
 * Reads the settings. Half a configuration is none: `problems` then says in one sentence each what is missing or makes
 * no sense, and `settings` is null, as it is where no provider is set.
 * @param {Record<string, string | undefined>} environment
 * @returns {{ settings: OidcSettings | null, problems: string[] }}
 */
export function readOidcSettings(environment) {
  const present = [...Object.keys(NEEDED), ...OPTIONAL].filter((name) => environment[name]);
  if (present.length === 0) return { settings: null, problems: [] };
  const { roleGroups, problem } = roleGroupsIn(environment.OIDC_ROLE_GROUPS || '');
  const problems = [
    ...Object.entries(NEEDED)
      .filter(([name]) => !environment[name])
      .map(([name, meaning]) => `${name} is not set, but ${present[0]} is: it must be ${meaning}.`),
    ...[problemOfIssuer(environment.OIDC_ISSUER), problem, ...problemsOfOptions(environment)].filter(
      (text) => text !== '',
    ),
  ];
  if (problems.length > 0) return { settings: null, problems };
  const issuer = (environment.OIDC_ISSUER ?? '').replace(/\/+$/, '');
  return {
    problems,
    settings: {
      issuer,
      clientId: environment.OIDC_CLIENT_ID ?? '',
      clientSecret: environment.OIDC_CLIENT_SECRET ?? '',
      name: environment.OIDC_NAME || new URL(issuer).host,
      scope: environment.OIDC_SCOPE || 'openid email',
      only: environment.OIDC_ONLY === 'on',
      groupsClaim: environment.OIDC_GROUPS_CLAIM || null,
      roleGroups,
    },
  };
}

/**
 * Tokens and the secret go there, so nothing but TLS will do; a provider on the same machine is for trying it out.
 * @param {string | undefined} issuer
 */
function problemOfIssuer(issuer) {
  if (!issuer) return '';
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const near = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || near) && url.search === '' && url.hash === '' && url.username === '')
    return '';
  return `OIDC_ISSUER is "${issuer}": it must be an https address without a question mark, as its provider states it.`;
}

/** @param {Record<string, string | undefined>} environment */
function problemsOfOptions({ OIDC_NAME, OIDC_SCOPE, OIDC_ONLY, OIDC_GROUPS_CLAIM, OIDC_ROLE_GROUPS }) {
  return [
    OIDC_NAME && OIDC_NAME.length > MAX_NAME ? `OIDC_NAME has more than ${MAX_NAME} characters.` : '',
    OIDC_SCOPE && !['openid', 'email'].every((scope) => OIDC_SCOPE.split(' ').includes(scope))
      ? `OIDC_SCOPE is "${OIDC_SCOPE}": it must hold "openid" and "email", with blanks between.`
      : '',
    OIDC_ONLY && OIDC_ONLY !== 'on' && OIDC_ONLY !== 'off'
      ? `OIDC_ONLY is "${OIDC_ONLY}": it must be "on" or "off".`
      : '',
    Boolean(OIDC_GROUPS_CLAIM) === Boolean(OIDC_ROLE_GROUPS)
      ? ''
      : 'OIDC_GROUPS_CLAIM and OIDC_ROLE_GROUPS belong together: set both, or neither.',
  ];
}

/**
 * @param {string} text such as `admin=forum-admins,editor=forum-editors`; a role may have several groups
 * @returns {{ roleGroups: OidcSettings['roleGroups'], problem: string }}
 */
function roleGroupsIn(text) {
  /** @type {OidcSettings['roleGroups']} */
  const roleGroups = [];
  for (const pair of text.split(',').map((part) => part.trim())) {
    if (pair === '') continue;
    const [named, ...rest] = pair.split('=');
    const group = rest.join('=').trim();
    const role = ROLES_OF_GROUPS.find((known) => known === named?.trim());
    if (!role || group === '') {
      const problem = `OIDC_ROLE_GROUPS has "${pair}": each part must be a role (${ROLES_OF_GROUPS.join(', ')}), "=" and a group.`;
      return { roleGroups: [], problem };
    }
    roleGroups.push({ role, group });
  }
  return { roleGroups, problem: '' };
}
