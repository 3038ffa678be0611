import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, it } from 'vitest';
import { withSettings } from '@/lib/platform/settings/current-settings';
import { DEFAULT_SETTINGS } from '@/lib/platform/settings/settings-schema';
import { bibtex, citedRelease, citedToday, cslJson, plainCitation, ris } from './citation';

const release = { slug: '2026.1', title: 'State of November', notes: '', publishedAt: '2026-11-22T10:00:00.123Z' };
const cited = citedRelease('https://forum.example.org', release);
const HOSTILE = 'A 100 % {broken} \\input{/etc/passwd} $x_1^2$ & "more" ~#}';

describe('a citation of a release', () => {
  it('is a line for a list of references', () => {
    expect(plainCitation(cited)).toBe(
      'Best Practice Forum on Cybersecurity, Internet Governance Forum (2026-11-22). International cybersecurity agreements: State of November (release 2026.1) [Data set]. https://forum.example.org/en/releases/2026.1',
    );
  });

  it('is CSL-JSON with an organisation as its author', () => {
    expect(cslJson(cited)).toEqual([
      {
        id: 'bpf-cybersecurity-2026.1',
        type: 'dataset',
        title: 'International cybersecurity agreements: State of November',
        author: [{ literal: 'Best Practice Forum on Cybersecurity, Internet Governance Forum' }],
        issued: { 'date-parts': [[2026, 11, 22]] },
        version: '2026.1',
        publisher: 'Internet Governance Forum',
        URL: 'https://forum.example.org/en/releases/2026.1',
      },
    ]);
    expect(new Cite(cslJson(cited)).data[0]).toMatchObject({ type: 'dataset', version: '2026.1' });
  });

  it('is RIS: one field in each line, however a title tries to begin another', () => {
    expect(ris(cited).split('\r\n')).toEqual([
      'TY  - DATA',
      'ID  - bpf-cybersecurity-2026.1',
      'AU  - Best Practice Forum on Cybersecurity',
      'TI  - International cybersecurity agreements: State of November',
      'PY  - 2026',
      'DA  - 2026/11/22',
      'ET  - 2026.1',
      'PB  - Internet Governance Forum',
      'M3  - Data set',
      'UR  - https://forum.example.org/en/releases/2026.1',
      'ER  - ',
      '',
    ]);
    const hostile = ris(citedRelease('https://forum.example.org', { ...release, title: 'A\r\nER  - \r\nTY  - BOOK' }));
    expect(hostile.match(/^(TY|ER) {2}- /gm)).toEqual(['TY  - ', 'ER  - ']);
  });

  it.each(['State of November', HOSTILE])('is BibTeX that another program reads as it was meant: %s', (title) => {
    const [read] = new Cite(bibtex(citedRelease('https://forum.example.org', { ...release, title }))).data;
    expect(read).toMatchObject({
      title: `International cybersecurity agreements: ${title}`,
      issued: { 'date-parts': [[2026, 11]] },
      URL: 'https://forum.example.org/en/releases/2026.1',
    });
    expect(JSON.stringify(read?.author)).toContain('Best Practice Forum on Cybersecurity, Internet Governance Forum');
  });

  it('is one entry, however a title tries to end it', () => {
    const text = bibtex(
      citedRelease('https://forum.example.org', { ...release, title: '}},\n}\n@book{other, title = {Mine}}' }),
    );
    expect(new Cite(text).data).toHaveLength(1);
    expect(text.match(/^@/gm)).toHaveLength(1);
  });
});

it('names the day of the newest value as long as there is no release', () => {
  expect(plainCitation(citedToday('https://forum.example.org', '2020-12-01T23:00:00.000Z'))).toBe(
    'Best Practice Forum on Cybersecurity, Internet Governance Forum (2020-12-01). International cybersecurity agreements [Data set]. https://forum.example.org/en/data',
  );
});

it('has a key of the short name that the forum has now', () => {
  const keyOf = (shortName: string) =>
    withSettings({ ...DEFAULT_SETTINGS, shortName }, () => citedRelease('https://forum.example.org', release).key);
  expect(keyOf('DC on Trust')).toBe('dc-on-trust-cybersecurity-2026.1');
  expect(keyOf('Форум')).toBe('forum-cybersecurity-2026.1');
  expect(keyOf('!!!')).toBe('forum-cybersecurity-2026.1');
});
