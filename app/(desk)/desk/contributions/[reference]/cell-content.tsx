import { Markdown } from '@/app/_components/markdown';
import { CellValue } from '@/app/[locale]/(public)/_dataset/cell-value';

type Content = { value: unknown; note: string | null; source: string | null };

/** What a cell holds or is to hold: the value as readers see it, with its note and source. */
export function CellContentView({ cell, content }: { cell: string; content: Content | null }) {
  if (content === null || content.value === null) return <span className="text-muted">Nothing</span>;
  return (
    <>
      <CellValue cell={cell} value={content.value} />
      {content.note && (
        <Markdown text={content.note} className="mt-1 !font-sans !text-sm" />
      )}
      {content.source && (
        <p className="mt-1 text-sm text-muted" dir="auto">
          Source: {content.source}
        </p>
      )}
    </>
  );
}
