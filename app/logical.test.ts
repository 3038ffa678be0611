import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
/** The picture for link previews exists once, in one language and direction. */
const DRAWN = /social-image\.tsx$/;
const PHYSICAL = [
  /(?:border|padding|margin)(?:Left|Right)\b/, // in an object of styles
  /^\s*(?:border|padding|margin)-(?:left|right)\b|^\s*(?:left|right):/m, // in a style sheet
];

it('the interface names no side left or right, so that it mirrors with the language', () => {
  const files = ['app'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  const styled = files.filter(
    (name) => /\.(css|tsx|ts)$/.test(name) && !/\.test\.tsx?$/.test(name) && !DRAWN.test(name),
  );
  const physical = styled.filter((name) =>
    PHYSICAL.some((pattern) => pattern.test(readFileSync(path.join(root, name), 'utf8'))),
  );
  expect(styled.length).toBeGreaterThan(100);
  expect(physical).toEqual([]);
});
