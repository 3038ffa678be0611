import { WORD_TYPE } from '@/lib/contributions/documents/word/file';
import { PDF_TYPE } from '@/lib/platform/pdf/pdf-file';
import { htmlReport } from './html';
import { markdownReport } from './markdown';
import { pdfReport } from './pdf';
import type { Report } from './report';
import { wordReport } from './word';

/** The header for a report as a page: it has its own style, and nothing else loads or runs. */
export const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

type ReportFormat = {
  mediaType: string;
  /** The file's content; the same report gives the same content. */
  write: (report: Report) => string | Promise<Uint8Array<ArrayBuffer>>;
};

/** The files of a report. */
export const REPORT_FILES = ['report.pdf', 'report.docx', 'report.html', 'report.md', 'report.json'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** Each format by the name of its file: a format is a writer over the tree, and a line here. */
export const REPORT_FORMATS: Record<ReportFile, ReportFormat> = {
  'report.pdf': { mediaType: PDF_TYPE, write: pdfReport },
  'report.docx': { mediaType: WORD_TYPE, write: wordReport },
  'report.html': { mediaType: 'text/html; charset=utf-8', write: htmlReport },
  'report.md': { mediaType: 'text/markdown; charset=utf-8', write: markdownReport },
  'report.json': { mediaType: 'application/json', write: (report) => `${JSON.stringify(report, null, 1)}\n` },
};

export const isReportFile = (name: string): name is ReportFile => Object.hasOwn(REPORT_FORMATS, name);
