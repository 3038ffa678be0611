import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGES_OF_FORM, pageKey } from './question-key';

it('refuses a question the name of each page that the form has', () => {
  const folders = readdirSync('app/(form)/[locale]/calls/[call]/contribute', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z-]+$/.test(entry.name))
    .map(({ name }) => name);
  // the page about the author is a step like those of the questions
  expect([...PAGES_OF_FORM]).toEqual([...folders, 'about'].toSorted());
  for (const key of [...PAGES_OF_FORM, 'constructor']) expect(pageKey.safeParse(key).success).toBe(false);
  expect(pageKey.safeParse('statuses').success).toBe(true);
});
