import { expect, it } from 'vitest';
import { paragraph, pdfDocument } from '@/prisma/factories/pdf-documents';
import type { PdfBlock } from './document';
import { PdfError, pdfFile } from './pdf-file';

const AT = new Date('2020-10-01T12:00:00Z');
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

it('makes the same tagged file of the same document each time', async () => {
  const document = pdfDocument([paragraph('Words.')]);
  const [one, other] = await Promise.all([pdfFile(document, AT), pdfFile(document, AT)]);
  expect(latin(one)).toMatch(/^%PDF-1\.7/);
  expect(latin(one)).toContain('/StructTreeRoot');
  expect(latin(one)).toMatch(/<pdfuaid:part>1</);
  expect(Buffer.from(one).equals(other)).toBe(true);
});

it('leaves the server free for others meanwhile', async () => {
  let turns = 0;
  const count = setInterval(() => (turns += 1), 1);
  await pdfFile(pdfDocument(Array.from({ length: 2_000 }, (_, at) => paragraph(`Paragraph ${at} `.repeat(40)))), AT);
  clearInterval(count);
  expect(turns).toBeGreaterThan(5);
});

it('says why it made no file: what PDF/UA refuses, and what is too large', async () => {
  const reasonOf = (made: Promise<unknown>) =>
    made.then(
      () => 'made',
      (error: unknown) => (error instanceof PdfError ? `${error.reason}: ${error.message}` : String(error)),
    );
  const gap: PdfBlock = { kind: 'heading', level: 3, direction: 'ltr', text: 'Below nothing' };
  expect(await reasonOf(pdfFile(pdfDocument([paragraph('Words.')], { title: '' }), AT))).toMatch(/^refused: .*title/i);
  expect(await reasonOf(pdfFile(pdfDocument([gap, paragraph('Words.')]), AT))).toMatch(/^refused: .*heading/i);
  expect(await reasonOf(pdfFile(pdfDocument([paragraph('x'.repeat(5_000_000))]), AT))).toMatch(/^too_large: /);
  // Those before it do not stand in its way.
  expect(await reasonOf(pdfFile(pdfDocument([paragraph('Words.')]), AT))).toBe('made');
});
