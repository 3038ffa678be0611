import { Markdown } from '@/app/ui/markdown';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { charactersIn, droppedIn } from '@/lib/platform/text/dropped';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { referenceNames } from '@/app/server/reference-names';

type Content = { value: unknown; note: string | null; source: string | null; asOf?: string | null };

/** A present or proposed content of a cell: the value as readers see it, with its note and source. */
export async function CellContentView({ cell, content }: { cell: string; content: Content | null }) {
  if (content === null) return <span className="text-muted">Nothing</span>;
  return (
    <>
      <CellValue cell={cell} value={content.value} note={content.note} names={await referenceNames()} />
      {content.note && content.value !== null && <Markdown text={content.note} className="mt-1 !font-sans !text-sm" />}
      {content.source && (
        <p className="mt-1 text-sm text-muted" dir="auto">
          Source: <SourceText source={content.source} />
        </p>
      )}
      {content.asOf && <p className="mt-1 text-sm text-muted">As of {sayPartialDate(content.asOf, 'en')}</p>}
      <HiddenCharacters of={[content.value, content.note, content.source]} />
    </>
  );
}

/** Invisible characters in a stored text. Pages make them harmless, so only the deciding editor needs this. */
function HiddenCharacters({ of }: { of: readonly unknown[] }) {
  const characters = charactersIn(droppedIn(of));
  if (characters.length === 0) return null;
  return <p className="mt-1 text-sm text-muted">Holds invisible characters: {characters.join(', ')}</p>;
}

/** A source that is an address is a link, because editors look it up next. */
function SourceText({ source }: { source: string }) {
  return source.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part} className="link wrap-anywhere" rel="noopener noreferrer nofollow" target="_blank">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
