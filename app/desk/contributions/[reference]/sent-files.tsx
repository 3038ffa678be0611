import { FileList } from '@/app/ui/file-list';
import { FILE_KINDS } from '@/lib/contributions/files/constants';
import { listFilesForReview } from '@/lib/contributions/files/files';
import { sayCount } from '@/lib/platform/text/say-count';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { cautionFor } from './file-cautions';

/** The files of the newest revision: for editors, never public. */
export async function SentFiles({
  contribution: { reference, currentRevision, answers, blocker },
}: {
  contribution: ReviewContribution;
}) {
  const files = await listFilesForReview({ reference, revision: currentRevision });
  if (files.length === 0) return null;
  if (blocker === 'forbidden')
    return (
      <p className="pb-10 text-sm text-muted">
        {sayCount(files.length, 'file')} came with it. Only editors open files: a file can name its author.
      </p>
    );
  const questions = [...new Set(files.map(({ questionKey }) => questionKey))];
  return (
    <section aria-labelledby="files" className="min-w-0 pb-10">
      <h2 id="files" className="text-2xl">
        Files
      </h2>
      <p className="mt-1 max-w-measure text-sm text-muted">
        For editors only; they are saved, never shown here. What acts by itself when a file is opened is named beside
        it; whether what it says is true is yours to judge. A document can name its author, also of an anonymous
        contribution.
      </p>
      {questions.map((question) => (
        <div key={question} className="mt-4">
          <h3 className="mb-2 font-sans text-sm font-semibold text-muted">
            {answers.find((answer) => answer.question.key === question)?.question.title ?? `Question “${question}”`}
          </h3>
          <FileList
            locale="en"
            files={files
              .filter(({ questionKey }) => questionKey === question)
              .map(({ id, name, mediaType, size, findings }) => ({
                id,
                name,
                size,
                kind: FILE_KINDS.find((kind) => kind.mediaType === mediaType)?.label ?? '',
                caution: cautionFor(findings),
                href: `/desk/contributions/${reference}/files/${id}`,
              }))}
          />
        </div>
      ))}
    </section>
  );
}
