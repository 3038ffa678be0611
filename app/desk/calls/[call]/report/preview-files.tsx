import { REPORT_FILES } from '@/lib/publication/reports/formats';
import type { ReportFile } from '@/lib/publication/reports/formats';

/** What each file of a report is called at the desk. */
const FILE_WORDS: Record<ReportFile, string> = {
  'report.pdf': 'PDF',
  'report.docx': 'Word',
  'report.html': 'HTML',
  'report.md': 'Markdown',
  'report.json': 'JSON, for programs',
};

/** The report as it would be published now, as files. */
export function PreviewFiles({ call }: { call: string }) {
  return (
    <section aria-labelledby="preview" className="py-6">
      <h2 id="preview" className="text-2xl">
        Preview as a file
      </h2>
      <p className="mt-1 max-w-[46rem] text-muted">Made when you take it, of what is public at that moment.</p>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {REPORT_FILES.map((file) => (
          <li key={file}>
            <a href={`/desk/calls/${call}/report/${file}`} className="link" download>
              {FILE_WORDS[file]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
