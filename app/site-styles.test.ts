import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const styles = fs.readFileSync('app/site.css', 'utf8');
/** The parts of app/ui whose utilities are left out of readers' styles. */
const leftOut = (/@source not '\.\/ui\/\{([^}]+)\}\.tsx'/.exec(styles)?.[1] ?? '')
  .split(',')
  .map((name) => `app/ui/${name}.tsx`);

const found = (stem: string) => ['.ts', '.tsx'].map((ending) => stem + ending).find((file) => fs.existsSync(file));

/** The files of app that a file imports. */
function importsOf(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(@\/app\/|\.{1,2}\/)([^']+)'/g)].flatMap(([, start = '', rest = '']) => {
    const stem = start === '@/app/' ? path.join('app', rest) : path.join(path.dirname(file), start, rest);
    return found(stem) ?? [];
  });
}

function reachedFrom(files: string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...importsOf(file));
  }
  return reached;
}

it('readers’ pages have the styles of everything that they show', () => {
  expect(leftOut.filter((file) => !fs.existsSync(file))).toEqual([]);
  const pages = fs
    .readdirSync('app/(site)', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => path.join('app/(site)', file));
  const reached = reachedFrom([...pages, 'app/global-error.tsx', 'app/global-not-found.tsx']);
  expect(reached.size).toBeGreaterThan(pages.length);
  expect(leftOut.filter((file) => reached.has(file))).toEqual([]);
  const elsewhere = [...reached].filter((file) => file.endsWith('.tsx') && !/^app\/(\(site\)|ui|global-)/.test(file));
  expect(elsewhere).toEqual([]);
});
