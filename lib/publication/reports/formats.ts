import { markdownReport } from './markdown';
import type { Report } from './report';

type ReportFormat = {
  mediaType: string;
  /** The file's content; the same report gives the same content. */
  write: (report: Report) => string | Promise<Uint8Array<ArrayBuffer>>;
};

/** The files of a report. */
export const REPORT_FILES = ['report.md', 'report.json'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** Each format by the name of its file: a format is a writer over the tree, and a line here. */
export const REPORT_FORMATS: Record<ReportFile, ReportFormat> = {
  'report.md': { mediaType: 'text/markdown; charset=utf-8', write: markdownReport },
  'report.json': { mediaType: 'application/json', write: (report) => `${JSON.stringify(report, null, 1)}\n` },
};

export const isReportFile = (name: string): name is ReportFile => Object.hasOwn(REPORT_FORMATS, name);
