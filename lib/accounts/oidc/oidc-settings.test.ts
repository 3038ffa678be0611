import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/accounts/policy';
import { readOidcSettings, ROLES_OF_GROUPS } from './oidc-settings.mjs';

const NEEDED = {
  OIDC_ISSUER: 'https://login.example.org/realms/forum/',
  OIDC_CLIENT_ID: 'forum',
  OIDC_CLIENT_SECRET: 'a-secret',
};
const problemsOf = (more: Record<string, string>) => readOidcSettings({ ...NEEDED, ...more }).problems.join(' ');

describe('the settings of the provider', () => {
  it('are none where nothing is set, also as empty lines of a .env file', () => {
    for (const environment of [{}, { OIDC_ISSUER: '', OIDC_ONLY: '' }, { NEXTAUTH_URL: 'https://bpf.example.org' }])
      expect(readOidcSettings(environment)).toEqual({ settings: null, problems: [] });
  });

  it('need three values; the rest has defaults', () => {
    expect(readOidcSettings(NEEDED)).toEqual({
      problems: [],
      settings: {
        issuer: 'https://login.example.org/realms/forum',
        clientId: 'forum',
        clientSecret: 'a-secret',
        name: 'login.example.org',
        scope: 'openid email',
        only: false,
        groupsClaim: null,
        roleGroups: [],
      },
    });
  });

  it('read the groups that give roles, several for one role', () => {
    const { settings } = readOidcSettings({
      ...NEEDED,
      OIDC_GROUPS_CLAIM: 'groups',
      OIDC_ROLE_GROUPS: 'admin=forum-admins, editor=/forum/editors,editor=cn=staff',
      OIDC_NAME: 'Forum login',
      OIDC_SCOPE: 'openid email groups',
      OIDC_ONLY: 'on',
    });
    expect(settings).toMatchObject({
      name: 'Forum login',
      scope: 'openid email groups',
      only: true,
      groupsClaim: 'groups',
      roleGroups: [
        { role: 'admin', group: 'forum-admins' },
        { role: 'editor', group: '/forum/editors' },
        { role: 'editor', group: 'cn=staff' },
      ],
    });
  });

  it('know the roles of the desk', () => expect([...ROLES_OF_GROUPS]).toEqual([...ROLES]));
});

describe('half a configuration', () => {
  it('is refused with a sentence for each setting that is missing', () => {
    const { settings, problems } = readOidcSettings({ OIDC_CLIENT_ID: 'forum' });
    expect(settings).toBeNull();
    expect(problems).toEqual([
      expect.stringContaining('OIDC_ISSUER is not set, but OIDC_CLIENT_ID is'),
      expect.stringContaining('OIDC_CLIENT_SECRET is not set, but OIDC_CLIENT_ID is'),
    ]);
    expect(readOidcSettings({ OIDC_ONLY: 'on' }).problems).toHaveLength(3);
  });

  it.each([
    ['OIDC_ISSUER', 'http://login.example.org', 'must be an https address'],
    ['OIDC_ISSUER', 'login.example.org', 'must be an https address'],
    ['OIDC_ISSUER', 'https://login.example.org/?realm=forum', 'must be an https address'],
    ['OIDC_NAME', 'x'.repeat(61), 'more than 60 characters'],
    ['OIDC_SCOPE', 'openid groups', 'must hold "openid" and "email"'],
    ['OIDC_ONLY', 'yes', 'must be "on" or "off"'],
    ['OIDC_GROUPS_CLAIM', 'groups', 'belong together'],
    ['OIDC_ROLE_GROUPS', 'editor=staff', 'belong together'],
    ['OIDC_ROLE_GROUPS', 'owner=staff', 'has "owner=staff"'],
    ['OIDC_ROLE_GROUPS', 'editor', 'has "editor"'],
  ])('is refused where %s is "%s"', (name, value, words) => {
    expect(problemsOf({ [name]: value })).toContain(words);
    expect(readOidcSettings({ ...NEEDED, [name]: value }).settings).toBeNull();
  });

  it('is no such thing as a provider on this machine without TLS', () => {
    expect(problemsOf({ OIDC_ISSUER: 'http://localhost:4000' })).toBe('');
  });

  it('never repeats the secret', () => {
    expect(problemsOf({ OIDC_ONLY: 'yes', OIDC_CLIENT_SECRET: 'do-not-print' })).not.toContain('do-not-print');
  });
});
