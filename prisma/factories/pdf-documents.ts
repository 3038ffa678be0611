import type { PdfBlock, PdfDocument, PdfInline } from '@/lib/platform/pdf/document';

export const paragraph = (text: string, more: Omit<PdfInline, 'text'> = {}): PdfBlock => ({
  ...{ kind: 'paragraph', look: 'said', direction: 'ltr' },
  inlines: [{ text, ...more }],
});

/** A document for a PDF file, with these parts. */
export const pdfDocument = (blocks: PdfBlock[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  language: 'en',
  title: 'Contribution BPF-2020-001',
  site: 'Best Practice Forum',
  foot: 'Contribution BPF-2020-001',
  missing: 'Some letters are missing.',
  description: 'Call: 2020',
  blocks,
  ...more,
});
