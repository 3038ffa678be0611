import fs from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes as they are sent, plain and with gzip. */
type Weight = { plain: number; gzip: number };
export type PageWeight = { address: string; html: Weight; css: Weight; ownScript: Weight; nextScript: Weight };

/**
 * The size of a page with the style sheets and scripts it names. Scripts that Next sends with every page of every app
 * are counted separately.
 */
export async function weigh(origin: string, address: string): Promise<PageWeight> {
  const html = await bytesOf(origin + address);
  const linked = (pattern: RegExp) => [
    ...new Set([...html.toString().matchAll(pattern)].map(([, link]) => link ?? '')),
  ];
  const scripts = linked(/<script src="([^"]+\.js)[^"]*"/g);
  const nexts = scripts.filter((script) => isNexts(script));
  const sum = async (links: string[]) =>
    add(await Promise.all(links.map(async (link) => weightOf(await bytesOf(origin + link)))));
  return {
    address,
    html: weightOf(html),
    css: await sum(linked(/<link rel="stylesheet" href="([^"]+\.css)[^"]*"/g)),
    ownScript: await sum(scripts.filter((script) => !isNexts(script))),
    nextScript: await sum(nexts),
  };
}

/** Next's runtime, and its own router components, which it puts into a chunk beside it. */
const isNexts = (script: string) =>
  runtimeScripts().has(script) ||
  fs.readFileSync(script.replace('/_next/', '.next/'), 'utf8').includes('useRouterBFCache');

/** Read when it is asked for: what is measured without a web server has no build. */
function runtimeScripts(): Set<string> {
  const manifest = JSON.parse(fs.readFileSync('.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[];
    polyfillFiles: string[];
  }; // Next's own file
  return new Set([...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file) => `/_next/${file}`));
}

async function bytesOf(address: string): Promise<Buffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

const weightOf = (body: Buffer): Weight => ({ plain: body.byteLength, gzip: gzipSync(body).byteLength });
const add = (weights: Weight[]) =>
  weights.reduce((sum, one) => ({ plain: sum.plain + one.plain, gzip: sum.gzip + one.gzip }), { plain: 0, gzip: 0 });
