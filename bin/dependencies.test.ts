import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { countLicences, writeBill } from './sbom.mjs';

type Named = Record<string, string>;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Named; devDependencies: Named };

/** The rows of docs/DEPENDENCIES.md: package, licence, reason; by the heading they stand under. */
function documented(): { part: string; name: string; licence: string; reason: string }[] {
  let part = '';
  return readFileSync('docs/DEPENDENCIES.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      part = /^## (.*)/.exec(line)?.[1] ?? part;
      const [, name, licence, reason] = /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
      return name && licence && reason ? [{ part, name, licence: licence.trim(), reason: reason.trim() }] : [];
    });
}

it('docs/DEPENDENCIES.md gives a reason for each package of package.json, and for no other', () => {
  const namesOf = (part: string) =>
    documented()
      .filter((row) => row.part === part)
      .map(({ name }) => name)
      .sort();
  expect(namesOf('In production')).toEqual(Object.keys(manifest.dependencies).sort());
  expect(namesOf('For tests and development')).toEqual(Object.keys(manifest.devDependencies).sort());
  expect(documented().filter(({ reason }) => reason.length < 5)).toEqual([]);
});

it('docs/DEPENDENCIES.md says the licences that package-lock.json has', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { license?: string } | undefined>;
  };
  const wrong = documented().filter(({ name, licence }) => packages[`node_modules/${name}`]?.license !== licence);
  expect(wrong).toEqual([]);
});

it('npm run sbom writes each package with its licence', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sbom-'));
  const file = path.join(folder, 'bpf.cdx.json');
  await writeBill(file);
  const bill = JSON.parse(readFileSync(file, 'utf8')) as Awaited<ReturnType<typeof writeBill>>;
  rmSync(folder, { recursive: true });
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'bpf-contributions' } } });
  const names = new Set(bill.components.map(({ name }) => name));
  expect(Object.keys(manifest.dependencies).filter((name) => !names.has(name))).toEqual([]);
  expect(['vitest', 'knip', 'oxlint'].filter((name) => names.has(name))).toEqual([]);
  const refs = new Set(bill.components.map((one) => one['bom-ref']));
  expect(bill.dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
  expect(countLicences(bill).filter(([licence]) => licence === 'unknown')).toEqual([]);
}, 120_000);

it('npm run sbom asks where to write', async () => {
  await expect(writeBill(undefined)).rejects.toThrow('Say where to write it');
});
