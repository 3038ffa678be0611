import type { ReactNode } from 'react';
import { saySize } from '@/lib/platform/i18n/sizes';

export type ListedFile = {
  id: string;
  href: string;
  name: string;
  kind: string;
  size: number;
  /** A warning to read before opening the file. */ caution?: ReactNode;
};
type FileListProps = {
  files: readonly ListedFile[];
  locale: string;
  /** The actions on each file. */ action?: (file: ListedFile) => ReactNode;
};

/** Files to download, each with its type and size. */
export function FileList({ files, locale, action }: FileListProps) {
  return (
    <ul className="max-w-[46rem] border-t border-rule">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-1.5">
          <span className="min-w-0">
            <a href={file.href} download className="link wrap-anywhere">
              <bdi>{file.name}</bdi>
            </a>{' '}
            <span className="text-sm text-muted">
              {file.kind}, {saySize(file.size, locale)}
            </span>
            {file.caution && (
              <span className="mt-1 block max-w-measure border-s-4 border-s-danger ps-3 text-sm">{file.caution}</span>
            )}
          </span>
          {action?.(file)}
        </li>
      ))}
    </ul>
  );
}
