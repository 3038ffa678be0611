import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '@/lib/intake/limits';
import { placeAnswers } from '@/lib/intake/placing/place-answers';
import { readFile } from '@/lib/intake/read-file';
import { makeWord, paragraph, table } from '@/prisma/factories/word-files';
import { form2020 } from './readings';

async function placed(body: string) {
  const read = await readFile({ name: 'a.docx', bytes: makeWord({ body }) }, ['docx']);
  if (!read.ok) return read.reason;
  if (read.file.kind !== 'document') throw new Error('a mail');
  const { answers, notPlaced } = placeAnswers(read.file.document, form2020.input);
  return { answers: answers.length, notPlaced: notPlaced.length };
}

/** What Word calls a table in a cell of a table. */
const nested = (depth: number): string =>
  depth === 0 ? paragraph('deep') : table([nested(depth - 1) + paragraph('')]);

describe('a file that is made to do harm', () => {
  it('with ten thousand tables is read', async () => {
    const body = Array.from({ length: 10_000 }, (_, at) => table([paragraph(`T${at}`), paragraph('x')])).join(
      paragraph(''),
    );
    expect(await placed(body)).toEqual({ answers: 0, notPlaced: 10_000 });
  });

  it('with ten thousand rows of the same code places nothing', async () => {
    const body = table(
      ...Array.from({ length: 10_000 }, () => [paragraph('Y / 2'), paragraph('Name'), paragraph('x')]),
    );
    expect(await placed(body)).toMatchObject({ answers: 0 });
  });

  it('with tables in tables is read as deep as programs write them, and refused below', async () => {
    expect(await placed(nested(30))).toEqual({ answers: 0, notPlaced: 1 });
    expect(await placed(nested(MAX_DEPTH))).toBe('document_damaged');
  });

  it('whose text unpacks to hundreds of times its size is refused', async () => {
    expect(await placed(paragraph('a'.repeat(17 * 1024 * 1024)))).toBe('document_suspicious');
  });
});
