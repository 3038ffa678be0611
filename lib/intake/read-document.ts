import type { Result } from '@/lib/platform/errors';
import type { IntakeDocument } from './document';
import type { OpenArchive } from './open-file';
import { readOpenDocument } from './open-document/read-open-document';
import { readWord } from './word/read-word';

/**
 * The content of a document, the same shape for both formats.
 * Reasons: `document_locked`, `document_too_large`, `document_damaged`, `document_suspicious`.
 */
export const readDocument = ({
  format,
  archive,
}: {
  format: 'docx' | 'odt';
  archive: OpenArchive;
}): Promise<Result<{ document: IntakeDocument }>> =>
  format === 'docx' ? readWord(archive) : readOpenDocument(archive);
