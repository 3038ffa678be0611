import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { portableOf, readPortable } from './portable';
import { portableJsonSchema } from './portable-schema';

const text = { key: 'why', kind: 'text', title: 'Why?', shortTitle: 'Why' };
const about = { title: 'About you', help: '' };
const file = (content: object, more: object = {}) =>
  JSON.stringify({ format: 'bpf-questionnaire', version: 1, content, ...more });

function sentences(input: string): unknown[] {
  const read = readPortable(input);
  return read.ok ? [] : (read.issues ?? []).map(({ params }) => params?.sentence);
}

describe('a questionnaire file', () => {
  it('is refused with a sentence if it is no JSON, no questionnaire, or of another version', () => {
    expect(sentences('{"format":')).toEqual(['This is not a JSON file: it can’t be read.']);
    expect(sentences('[]')).toEqual(['This is no questionnaire file: “format” must be “bpf-questionnaire”.']);
    expect(sentences('{"format":"bpf-questionnaire","version":2}')).toEqual(sentences(file({}, { version: 2 })));
    expect(sentences(file({}, { version: 2 }))).toEqual([
      'This file is of version 2 of the format. Only version 1 can be read here: export it again from an installation of the same version.',
    ]);
  });

  it('is refused with a sentence for each fault, which names its place', () => {
    expect(
      sentences(
        file({
          questions: [
            { ...text, title: '', extra: 1 },
            { ...text, key: 'No', kind: 'text' },
          ],
          about: {},
        }),
      ),
    ).toEqual([
      'Question 1 “Why”, Question: it is missing.',
      'Question 1 “Why”: “extra” is not known here.',
      'Question 2 “Why”, Key: a key has small letters, digits and hyphens, and begins with a letter.',
      'About you, title: it is missing.',
      'About you, text: it is missing.',
    ]);
    expect(sentences(file({ questions: [text, text], about }))).toEqual([
      'Questions: this key is used twice. Give each question its own.',
    ]);
  });

  it('may begin with a byte order mark', () => {
    expect(readPortable(`\uFEFF${file({ questions: [text], about })}`)).toMatchObject({ ok: true });
  });
});

describe('the JSON schema of questionnaire files', () => {
  const validate = new Ajv2020({ strict: false }).compile(portableJsonSchema('https://example.org/schema.json'));

  it('accepts the questionnaire of 2020, and refuses what an import refuses', () => {
    const [call] = JSON.parse(readFileSync('prisma/data/calls.json', 'utf8')) as {
      questionnaires: { content: { en: Parameters<typeof portableOf>[0] } }[];
    }[]; // the project's own file
    expect(validate(portableOf(call?.questionnaires[0]?.content.en as never))).toBe(true); // as above
    expect(validate(JSON.parse(file({ questions: [text], about }, { version: 2 })))).toBe(false);
    expect(validate(JSON.parse(file({ questions: [{ ...text, kind: 'nothing' }], about })))).toBe(false);
  });
});
