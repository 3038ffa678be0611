import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n');
const files = listed.filter((file) => existsSync(file));
const folders = [...new Set(files.flatMap((file) => (file.includes('/') ? [file.split('/')[0] ?? ''] : [])))];
const documents = files.filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md');
const decisions = documents.filter((file) => file.startsWith('docs/decisions/'));
const sources = files.filter((file) => /\.(ts|tsx|mjs|js|css|prisma|conf|sql)$/.test(file));
const read = (file: string) => readFileSync(file, 'utf8');

const quoted = (document: string) => [...read(document).matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);

/** Files and folders that a document names: by a link, by a path from the top, or by the end of one. */
function missingFiles(document: string): string[] {
  const links = [...read(document).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  const targets = links.filter((target) => !/^(https?:|mailto:)/.test(target));
  const names = quoted(document).filter((name) => /^[\w.()[\]@/-]+$/.test(name));
  const paths = names.filter((name) => folders.includes(name.split('/')[0] ?? '') && name.includes('/'));
  const ends = names.filter((name) => /\.(tsx?|mjs|prisma)$/.test(name) && !paths.includes(name));
  return [
    ...targets.filter((target) => !existsSync(path.join(path.dirname(document), target))),
    ...paths.filter((name) => !existsSync(name)),
    ...ends.filter((name) => !files.some((file) => file === name || file.endsWith(`/${name}`))),
  ];
}

/** Names of the code and of tables that a document quotes: `camelCase`, `PascalCase` and `snake_case`. */
const codeNames = (document: string) =>
  quoted(document).filter((name) => /^([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[a-z]+(_[a-z]+)+)$/.test(name));

it('gives each source file a name that says what it does', () => {
  const FORBIDDEN = /(^|\/)(helpers?|utils?|common|index|misc|shared|queries|mutations)\.(ts|tsx|mjs|js)$/;
  expect(sources.filter((file) => FORBIDDEN.test(file))).toEqual([]);
});

describe('the documents', () => {
  it.each(documents)('%s names only files that exist', (document) => {
    expect(missingFiles(document)).toEqual([]);
  });

  it('quote only names that occur in the code', () => {
    const words = new Set(sources.flatMap((file) => read(file).match(/\w+/g) ?? []));
    const unknown = documents.flatMap((document) =>
      codeNames(document).flatMap((name) => (words.has(name) ? [] : [`${document}: ${name}`])),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the decisions', () => {
  it('have a number each', () => {
    const numbers = decisions.map((file) => Number(path.basename(file).slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it.each(decisions)('%s says its date, its status and the code it is about', (document) => {
    const [title, , date, status, code] = read(document).split('\n');
    expect(title).toMatch(new RegExp(`^# ${Number(path.basename(document).slice(0, 4))}\\. \\S`));
    expect(date).toMatch(/^- Date: 20\d\d-\d\d-\d\d$/);
    expect(status).toMatch(/^- Status: (accepted|superseded by \[\d+\]\(\d{4}-[\w-]+\.md\))/);
    expect(code).toMatch(/^- Code: \[/);
  });

  it('are referred to in comments by a number that exists', () => {
    const numbers = new Set(decisions.map((file) => path.basename(file).slice(0, 4)));
    const wrong = sources
      .filter((file) => file !== 'bin/documents.test.ts')
      .flatMap((file) => {
        const text = read(file);
        const absent = [...text.matchAll(/docs\/decisions\/(\d+)/g)].filter(([, number = '']) => !numbers.has(number));
        const elsewhere = text.matchAll(/\b(?:decisions? \d+|of the design)\b/gi);
        return [...absent, ...elsewhere].map(([words]) => `${file}: ${words}`);
      });
    expect(wrong).toEqual([]);
  });
});
