import fs from 'node:fs';
import path from 'node:path';
import { installedChromium } from '@/bin/chromium.mjs';
import { finished, startProgram } from '@/bin/processes.mjs';
import { aligned } from '@/bench/table';
import type { Server } from '@/bench/servers';
import { PLACES } from './report';

/**
 * Too large for every installation: it is downloaded into npm's own cache when needed. The last version that runs on
 * Node 20.
 */
const PACKAGE = 'lighthouse@12.8.2';
const PAGES = [PLACES.home, PLACES.matrix, PLACES.agreement, '/en/analysis', '/en/data'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Report = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { displayValue?: string }>;
};

/** Lighthouse's marks, out of 100, as on a phone with a slow connection. */
export async function lighthouse(app: Server): Promise<string> {
  const rows: string[][] = [];
  for (const page of PAGES) {
    const { categories, audits } = await audit(app.origin + page);
    const marks = CATEGORIES.map((category) => String(Math.round((categories[category]?.score ?? 0) * 100)));
    rows.push([
      page,
      ...marks,
      audits['largest-contentful-paint']?.displayValue ?? '',
      audits['total-blocking-time']?.displayValue ?? '',
    ]);
  }
  return aligned([['Lighthouse', ...CATEGORIES, 'largest paint', 'blocking'], ...rows]);
}

async function audit(url: string): Promise<Report> {
  const output = path.join(process.env.BPF_DATA_DIR ?? '.data', 'lighthouse.json');
  const flags = [
    '--headless',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const args = [
    'exec',
    '--yes',
    `--package=${PACKAGE}`,
    '--',
    'lighthouse',
    url,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--chrome-flags=${flags.join(' ')}`,
    `--only-categories=${CATEGORIES.join(',')}`,
  ];
  const result = await finished(
    startProgram('npm', args, { environment: { ...process.env, CHROME_PATH: installedChromium() }, output: 'pipe' }),
  );
  if (!result.ok) throw new Error(`Lighthouse on ${url} failed (${result.ended}):\n${result.output}`);
  return JSON.parse(fs.readFileSync(output, 'utf8')) as Report; // Lighthouse's own format
}
