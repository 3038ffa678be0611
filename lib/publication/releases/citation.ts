import { z } from 'zod';
import { versionDate } from '@/lib/platform/i18n/dates';
import { filePrefix, siteSettings } from '@/lib/platform/settings/current-settings';
import { authorName, DATASET_TITLE } from '@/lib/publication/downloads/dataset-edition';
import type { Released } from '@/lib/publication/downloads/dataset-edition';

/** What a citation names: a release, or, before the first release, the dataset with the day of its newest value. */
export type Cited = { key: string; title: string; version: string | null; date: string; url: string };

export const citedRelease = (origin: string, { slug, title, publishedAt }: Released): Cited => ({
  key: `${filePrefix()}-cybersecurity-${slug}`,
  title: `${DATASET_TITLE}: ${oneLine(title)}`,
  version: slug,
  date: publishedAt.slice(0, 10),
  url: `${origin}/en/releases/${slug}`,
});

export const citedToday = (origin: string, newest: string): Cited => ({
  key: `${filePrefix()}-cybersecurity-agreements`,
  title: DATASET_TITLE,
  version: null,
  date: versionDate(newest),
  url: `${origin}/en/data`,
});

/** The key in a frozen `citation.json`; null where it is none of ours. */
export function keyIn(json: string): string | null {
  const [cited] = z
    .array(z.object({ id: z.string() }))
    .catch([])
    .parse(JSON.parse(json));
  return cited?.id ?? null;
}

/** Each form of the citation by the name of the file that has it. */
export const CITATIONS = {
  'citation.txt': { mediaType: 'text/plain; charset=utf-8', write: (cited: Cited) => `${plainCitation(cited)}\n` },
  'citation.bib': { mediaType: 'application/x-bibtex; charset=utf-8', write: bibtex },
  'citation.json': {
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (cited: Cited) => `${JSON.stringify(cslJson(cited), null, 1)}\n`,
  },
  'citation.ris': { mediaType: 'application/x-research-info-systems; charset=utf-8', write: ris },
} as const;
export type CitationFile = keyof typeof CITATIONS;

export const isCitation = (name: string): name is CitationFile => Object.hasOwn(CITATIONS, name);

/** For a list of references. */
export function plainCitation({ title, version, date, url }: Cited): string {
  return `${authorName()} (${date}). ${title}${version === null ? '' : ` (release ${version})`} [Data set]. ${url}`;
}

/** For LaTeX. The author is one name in braces: an organisation has no first and last one. */
export function bibtex({ key, title, version, date, url }: Cited): string {
  const [year = '', month = ''] = date.split('-');
  const fields = {
    author: `{${escaped(authorName())}}`,
    title: `{${escaped(title)}}`,
    year,
    ...(month !== '' && { month: String(Number(month)) }),
    ...(version !== null && { version: escaped(version) }),
    publisher: escaped(siteSettings().parentName),
    note: 'Data set',
    url,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

/** For reference managers: CSL-JSON, a list of one. */
export function cslJson({ key, title, version, date, url }: Cited) {
  return [
    {
      id: key,
      type: 'dataset',
      title,
      author: [{ literal: authorName() }],
      issued: { 'date-parts': [date.split('-').map(Number)] },
      ...(version !== null && { version }),
      publisher: siteSettings().parentName,
      URL: url,
    },
  ];
}

/**
 * For EndNote, Mendeley, Zotero and others: one line for each field, by two letters. The author is the forum alone: a
 * comma would part a family name from a given one.
 */
export function ris({ key, title, version, date, url }: Cited): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const { forumName, parentName } = siteSettings();
  const fields: [string, string][] = [
    ['TY', 'DATA'],
    ['ID', key],
    ['AU', oneLine(forumName).replaceAll(',', '')],
    ['TI', oneLine(title)],
    ['PY', year],
    ['DA', [year, month, day].join('/')],
    ...(version === null ? [] : [['ET', version] satisfies [string, string]]),
    ['PB', oneLine(parentName)],
    ['M3', 'Data set'],
    ['UR', url],
    ['ER', ''],
  ];
  return fields.map(([name, value]) => `${name}  - ${value}\r\n`).join('');
}

/** Characters that LaTeX would run or fail on. Braces as commands: BibTeX counts them even behind a backslash. */
const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries(['$', '&', '#', '_', '%'].map((character) => [character, `\\${character}`])),
};
const escaped = (text: string) => text.replace(/[\\{}~^$&#_%]/g, (character) => LATEX[character] ?? character);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
