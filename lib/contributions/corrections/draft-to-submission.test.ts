import { expect, it } from 'vitest';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { diffBodies } from './diff';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Body } from '@/lib/questions/body';
import { makeQuestion } from '@/prisma/factories/questions';
import { typedBody } from './draft-to-submission';

const sent: Body = {
  answers: { gaps: 'One\ntwo' },
  signatories: [],
  projects: [],
  proposals: [
    {
      kind: 'update',
      agreement: 'gcsc',
      baseVersion: 2,
      changes: [
        { cell: 'name', value: 'Decided', decided: true },
        { cell: 'link', value: 'https://example.org' },
      ],
    },
  ],
};
const wording = {
  questions: [makeQuestion('text', 'gaps', { maxLength: 100 }), makeQuestion('proposals', 'agreements')],
  words: wordsIn('en'),
  locale: 'en',
  cell: (key: string) => key,
  agreement: (slug: string) => slug,
  criterion: (key: string) => key,
  value: (_cell: string, value: unknown) => String(value),
};
const cells = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, note: '', source: '' }]));
const text = (key: string, typed: string): DraftPart => ({
  step: key,
  section: { kind: 'text', question: makeQuestion('text', key, { maxLength: 100 }) },
  data: { text: typed },
});
const update = (values: Record<string, string>): DraftPart => ({
  step: 'agreements',
  position: 1,
  // The accepted name is what the dataset holds now, so that the form proposes it no more.
  section: { kind: 'proposal', base: { name: { value: 'Decided', note: null, source: null } }, criteria: [] },
  data: { kind: 'update', agreement: 'gcsc', baseVersion: '3', cells: cells(values) },
});

it('differs in nothing from what was sent when only space around it, line ends and the base changed', () => {
  const body = typedBody(
    [text('gaps', '  One\r\ntwo \n'), update({ name: 'Decided', link: 'https://example.org' })],
    sent,
  );
  expect(diffBodies(sent, body, wording)).toEqual([]);
});

it('keeps what was decided, and tells what was taken out', () => {
  const body = typedBody([text('gaps', 'One\ntwo')], sent);
  expect(diffBodies(sent, body, wording)).toMatchObject([
    { kind: 'removed', place: { question: 'agreements', cell: 'link' } },
  ]);
});

it('is there for what is no valid submission as well', () => {
  const body = typedBody([text('gaps', ''), update({ link: 'no link at all' })], sent);
  expect(diffBodies(sent, body, wording)).toMatchObject([
    { kind: 'removed', place: { question: 'gaps' } },
    { kind: 'changed', place: { cell: 'link' } },
  ]);
});
