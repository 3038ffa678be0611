import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure } from './measure';
import { CORPUS, tableOf } from './tables';
import type { Row } from './tables';

describe.each(Object.entries(CORPUS))('%s', (heading, files) => {
  const rows: Row[] = [];

  it.each(files.map((one) => [one.file.name, one] as const))(
    '%s gives back what was written in it at its places, and says all the rest',
    async (name, one) => {
      const measured = await measure(one);
      rows.push({ name, about: one.file.about, ...measured });
      const { warnings, pictures, refused } = one.file;
      expect(measured).toMatchObject({ wrong: [], lost: [] });
      if (one.file.isExact) expect(measured).toMatchObject({ idle: [], warnings, pictures });
      expect(measured.refused).toBe(refused);
    },
  );

  it('come back as docs/intake-corpus.md says', () => {
    const table = tableOf(rows);
    console.info(`${heading}\n${table}`);
    expect(fs.readFileSync('docs/intake-corpus.md', 'utf8')).toContain(`## ${heading}\n\n${table}\n`);
  });
});
