import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import agreements from '@/prisma/data/agreements.json';
import { contactDetailsIn, hideContactDetails } from './contact-details';

const textsOf = (value: unknown) => contactDetailsIn(value).map(({ text }) => text);

describe('contact details in texts', () => {
  it.each([
    ['Write to desk.office@example.org, please.', 'desk.office@example.org'],
    ['Mail: Ünal.Şen@bücher.example', 'Ünal.Şen@bücher.example'],
    ['name (at) example (dot) org', 'name (at) example (dot) org'],
    ['name[at]example.org', 'name[at]example.org'],
    ['reach us at: office at example dot org', 'office at example dot org'],
    ['a\\@example.org', 'a\\@example.org'],
    ['office＠example.org', 'office＠example.org'],
    ['[us](mailto:office@example.org)', 'office@example.org'],
    ['https://example.org/?mail=office@example.org', 'office@example.org'],
    ['Call +41 22 730 51 11 in the morning', '+41 22 730 51 11'],
    ['+41(0)22.730-5111', '+41(0)22.730-5111'],
    ['0041 22 730 5111', '0041 22 730 5111'],
    ['Tel.: 022 730 51 11', '022 730 51 11'],
    ['Phone (202) 555-0143', '(202) 555-0143'],
    ['电话：010-5555-0143', '010-5555-0143'],
  ])('are found in "%s"', (text, found) => {
    expect(textsOf(text)).toEqual([found]);
    expect(hideContactDetails(text)).not.toContain(found);
    expect(textsOf(hideContactDetails(text))).toEqual([]);
  });

  it.each([
    'https://medium.com/@forum/a-post',
    '@igf',
    'Paragraph 13 (c) of A/70/174',
    'ISO/IEC 27001:2013',
    'from 2018-2020 and 2019/2020',
    'growth by +20 000 000 users',
    'telecommunications 2019-2020',
    'Telephone 2019-2020',
    'BPF-2020-007',
    'meet at noon dot',
    '10.1000/182',
    'CVE-2020-0601234',
    'at the UN (at New York)',
    '2*3*4=24',
    '1.000.000.000',
    'doi:10.17487/RFC8446',
    'ISBN 978-3-16-148410-0',
  ])('are not found in "%s", which stays as it is', (text) => {
    expect(textsOf(text)).toEqual([]);
    expect(hideContactDetails(text)).toBe(text);
  });

  it('are found and hidden in every text of a value, and the rest is unchanged', () => {
    const value = {
      a: ['x@example.org', { b: 'x@example.org or +41 22 730 51 11' }],
      n: 1,
      none: null,
      when: new Date(0),
      link: 'https://example.org/?m=x@example.org',
    };
    expect(contactDetailsIn('Call +41 22 730 51 11. 2 of 3 lines are open.')).toEqual([
      { kind: 'telephone', text: '+41 22 730 51 11' },
    ]);
    expect(contactDetailsIn(value)).toEqual([
      { kind: 'email', text: 'x@example.org' },
      { kind: 'telephone', text: '+41 22 730 51 11' },
    ]);
    expect(hideContactDetails(value)).toEqual({
      a: ['‹e-mail address not shown›', { b: '‹e-mail address not shown› or ‹telephone number not shown›' }],
      n: 1,
      none: null,
      when: new Date(0),
      link: 'https://example.org/?m=not-shown',
    });
  });

  it('do not occur in the dataset of the seed', () => {
    expect(textsOf(agreements)).toEqual([]);
    expect(hideContactDetails(agreements)).toEqual(agreements);
  });

  it('are hidden at any place in a text, and hiding twice changes no more', () => {
    const email = fc
      .tuple(fc.stringMatching(/^[a-z][a-z0-9._-]{0,10}[a-z0-9]$/), fc.stringMatching(/^[a-z]{2,12}$/))
      .map(([local, host]) => `${local}@${host}.org`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), email, fc.string({ unit: 'grapheme' }), (before, address, after) => {
        const hidden = hideContactDetails(`${before} ${address} ${after}`);
        return !hidden.includes(address) && hideContactDetails(hidden) === hidden;
      }),
    );
  });

  it('are found in a short time, also in hostile texts', () => {
    const made = [
      'a'.repeat(100_000),
      'a.'.repeat(50_000),
      '1 '.repeat(50_000),
      '+1 '.repeat(30_000),
      'a at b dot '.repeat(10_000),
      'tel '.repeat(20_000),
      `@${'a.'.repeat(50_000)}`,
      `a@${'a-'.repeat(30)}.`.repeat(1_000),
    ];
    expect(made.map((text) => hideContactDetails(text).length > 0)).toEqual(made.map(() => true));
  });
});
