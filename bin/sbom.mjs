// npm run sbom -- FILE: every package that an installation gets, with its licence and checksum, as a CycloneDX bill of
// materials. npm reads it from package-lock.json, so that it needs no network and says the same on each machine.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, report } from './command-error.mjs';
import { root } from './checkout.mjs';
import { finished, startProgram } from './processes.mjs';

/**
 * @typedef {{ license: { id?: string, name?: string } } | { expression: string }} Licence
 * @typedef {{ 'bom-ref': string, name: string, version: string, licenses?: Licence[] }} Component
 * @typedef {{ bomFormat: string, specVersion: string, components: Component[], dependencies: { ref: string, dependsOn?: string[] }[], metadata: { component: Record<string, unknown> } }} Bill
 */

/** What npm knows: all packages of package-lock.json, those of other platforms among them. */
async function readBill() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const { ok, ended, output } = await finished(startProgram('npm', [...args, '--loglevel=error'], { output: 'pipe' }));
  if (!ok) throw new CommandError(`npm could not list the packages (${ended}): ${output.trim()}`);
  return /** @type {Bill} */ (JSON.parse(output));
}

/**
 * Leaves out what only tests and development need. npm's own `--omit dev` also leaves out packages that both need.
 * @param {Bill} bill
 */
function inProduction(bill) {
  /** @type {Record<string, { version?: string, dev?: boolean }>} */
  const packages = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const kept = new Set(
    Object.entries(packages).flatMap(([place, { version, dev }]) =>
      dev ? [] : [`${place.split('node_modules/').at(-1)}@${version}`],
    ),
  );
  const components = bill.components.filter(({ name, version }) => kept.has(`${name}@${version}`));
  const named = new Set([bill.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => named.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => named.has(other)) }));
  return { ...bill, components, dependencies };
}

const PLATFORM = /-(android|darwin|freebsd|linux|wasm32|win32)-.*$/;

/**
 * npm names what we are by the folder, and the lock file has no licence of packages of some other platforms: they have
 * that of the same package for this one.
 * @param {Bill} bill
 */
function completed(bill) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  /** @param {Component} one */
  const family = (one) => `${one.name.replace(PLATFORM, '')}@${one.version}`;
  const known = new Map(bill.components.flatMap((one) => (one.licenses?.length ? [[family(one), one.licenses]] : [])));
  const components = bill.components.map((one) =>
    one.licenses?.length ? one : { ...one, licenses: known.get(family(one)) ?? [] },
  );
  const component = { ...bill.metadata.component, name, version, licenses: [{ license: { id: license } }] };
  return { ...bill, components, metadata: { ...bill.metadata, component } };
}

/**
 * How many packages have each licence, the most frequent first.
 * @param {Bill} bill
 */
export function countLicences({ components }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { licenses = [] } of components) {
    const said = licenses.map((one) => ('expression' in one ? one.expression : (one.license.id ?? one.license.name)));
    const licence = said.join(' AND ') || 'unknown';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other));
}

/** @param {string | undefined} file */
export async function writeBill(file) {
  if (!file) throw new CommandError('Say where to write it: npm run sbom -- bpf.cdx.json');
  const bill = completed(inProduction(await readBill()));
  fs.writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return bill;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const [file] = process.argv.slice(2);
    const bill = await writeBill(file);
    console.log(`written: ${file}, CycloneDX ${bill.specVersion} with ${bill.components.length} packages`);
    for (const [licence, count] of countLicences(bill)) console.log(`${String(count).padStart(6)}  ${licence}`);
  } catch (error) {
    report(error);
    process.exit(1);
  }
}
