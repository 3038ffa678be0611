import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { eastWestSubmission, proposing } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { submitContribution } from './submission';

useTestDatabase();

const codesOf = (result: Awaited<ReturnType<typeof submitContribution>>) =>
  result.ok ? [] : (result.issues ?? []).map(({ path, code }) => `${path}: ${code}`);
const sent = (input: unknown) => submitContribution({ callSlug: '2020', input });

describe('bad input is refused in words and stores nothing', () => {
  const cell = (change: object) => ({
    ...proposing('gcsc', []),
    proposals: [{ kind: 'update', agreement: 'gcsc', changes: [change] }],
  });
  const cases: [string, unknown, string[]][] = [
    ['nothing at all', undefined, [': invalid']],
    ['an empty form', { consent: true }, [': nothing_to_submit']],
    ['no consent', { answers: { gaps: 'Much.' } }, ['consent: consent_needed']],
    [
      'an unknown question key',
      { answers: { gaps: 'Much.', favourite: 'Tea' }, consent: true },
      ['answers: unknown_field'],
    ],
    ['an unknown field', { ...eastWestSubmission(), admin: true }, [': unknown_field']],
    ['1 MB of text', { answers: { gaps: 'a'.repeat(1_000_000) }, consent: true }, ['answers.gaps: too_long']],
    ['an answer with nothing to see', { answers: { gaps: '\u200B\u3164' }, consent: true }, [': nothing_to_submit']],
    [
      'a name with nothing to see',
      cell({ cell: 'maintainer', value: '\u2060\u3164' }),
      ['proposals.0.changes.0.value: required'],
    ],
    [
      'half a character alone',
      cell({ cell: 'maintainer', value: '\ud800' }),
      ['proposals.0.changes.0.value: required'],
    ],
    [
      'a count that may be two',
      cell({ cell: 'signatories', value: { count: '1,5' } }),
      ['proposals.0.changes.0.value.count: number_is_ambiguous'],
    ],
    [
      'an address that holds a password',
      cell({ cell: 'link', value: 'https://user:pw@example.org/' }),
      ['proposals.0.changes.0.value: link_has_password'],
    ],
    [
      'an unknown criterion',
      cell({ cell: 'no-such-norm', value: 'yes' }),
      ['proposals.0.changes.0.cell: unknown_criterion'],
    ],
    [
      'an unknown cell with words in it',
      cell({ cell: 'headquarters', value: 'Geneva, in words' }),
      ['proposals.0.changes.0.cell: unknown_criterion'],
    ],
    [
      'an unknown agreement',
      proposing('no-such-agreement', [{ cell: 'link', value: 'https://example.org/' }]),
      ['proposals.0.agreement: unknown_agreement'],
    ],
    [
      'a version still to come',
      {
        proposals: [
          { kind: 'update', agreement: 'gcsc', baseVersion: 99, changes: [{ cell: 'launchDate', value: '2019' }] },
        ],
        consent: true,
      },
      ['proposals.0.baseVersion: unknown_version'],
    ],
    [
      'a cell proposed twice',
      proposing('gcsc', [
        { cell: 'launchDate', value: '2019' },
        { cell: 'launchDate', value: '2018' },
      ]),
      ['proposals.0.changes.1.cell: cell_proposed_twice'],
    ],
    [
      'an agreement proposed twice',
      {
        proposals: [
          ...(proposing('gcsc', [{ cell: 'launchDate', value: '2019' }]).proposals ?? []),
          ...(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/' }]).proposals ?? []),
        ],
        consent: true,
      },
      ['proposals.1.agreement: agreement_named_twice'],
    ],
    [
      'an assessment that is none',
      cell({ cell: 'report-vulnerabilities', value: 'maybe' }),
      ['proposals.0.changes.0.value: unknown_choice'],
    ],
    [
      'a date that does not exist',
      cell({ cell: 'launchDate', value: '2019-02-30' }),
      ['proposals.0.changes.0.value: not_a_partial_date'],
    ],
    [
      'a link that runs code',
      cell({ cell: 'link', value: 'javascript:alert(1)' }),
      ['proposals.0.changes.0.value: not_a_link'],
    ],
    ['a number where a text belongs', cell({ cell: 'name', value: 7 }), ['proposals.0.changes.0.value: not_text']],
    [
      'signatories by half',
      cell({ cell: 'signatories', value: { count: -1 } }),
      ['proposals.0.changes.0.value.count: not_a_number'],
    ],
    [
      'a new agreement without a name',
      { proposals: [{ kind: 'new', changes: [{ cell: 'launchDate', value: '2019' }] }], consent: true },
      ['proposals.0.changes: name_required'],
    ],
    [
      'an address that is none',
      { answers: { gaps: 'Much.' }, about: { email: 'nobody' }, consent: true },
      ['about.email: not_an_email'],
    ],
    [
      'a country that is none',
      { answers: { gaps: 'Much.' }, about: { country: 'XX' }, consent: true },
      ['about.country: unknown_choice'],
    ],
  ];

  it.each(cases)('%s', async (_name, input, codes) => {
    const before = await db.contribution.count();
    const result = await sent(input);
    expect(result).toMatchObject({ ok: false, reason: 'invalid' });
    expect(codesOf(result)).toEqual(codes);
    expect(await db.contribution.count()).toBe(before);
  });

  it('an unknown call, one not open yet, and one strictly closed', async () => {
    await db.call.create({
      data: {
        slug: 'strict',
        opensAt: new Date('2021-01-01'),
        closesAt: new Date('2021-02-01'),
        timeZone: 'UTC',
        acceptsLate: false,
        published: true,
        texts: {},
        questionnaires: {
          create: {
            version: 1,
            publishedAt: new Date(),
            content: {
              en: {
                questions: [{ key: 'gaps', kind: 'text', title: 'Gaps?', shortTitle: 'Gaps' }],
                about: { title: 'You', help: '' },
              },
            },
          },
        },
      },
    });
    const input = { answers: { gaps: 'Much.' }, consent: true };
    const at = (moment: string) => submitContribution({ callSlug: 'strict', input, now: new Date(moment) });
    expect(await submitContribution({ callSlug: 'nowhere', input })).toEqual({ ok: false, reason: 'unknown_call' });
    expect(await at('2020-12-31T23:59:59Z')).toEqual({ ok: false, reason: 'call_not_open' });
    expect(await at('2021-02-01T00:00:01Z')).toEqual({ ok: false, reason: 'call_closed' });
    expect(await at('2021-01-15T12:00:00Z')).toMatchObject({ ok: true, reference: 'BPF-STRICT-001' });
  });
});
