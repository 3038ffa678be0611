import type { AnswerPlace } from '@/lib/questions/answer-place';
import { placesIn } from '@/lib/questions/answer-places';
import type { PlacedAt } from '@/lib/questions/answer-places';
import type { Block, PaperSection, Piece } from '@/lib/questions/paper';
import { control, paragraph, run, table } from './word-files';

/** What programs leave of the names of a place, and how they write runs. */
export type FormLook = {
  tags: boolean;
  bookmarks: boolean;
  codes: boolean;
  /** Google Docs puts a control without a name around every run. */ wrapped?: boolean;
};

export const PLACEHOLDER = 'Click here and write';

type Filling = { typed: Readonly<Record<string, string>>; look: FormLook; nextId: () => number };

/** The body of a form as a Word file has it, with what is typed at its places by their tags. */
export function filledForm(
  sections: readonly PaperSection[],
  typed: Readonly<Record<string, string>>,
  look: FormLook,
): string {
  let id = 0;
  const filling: Filling = { typed, look, nextId: () => ++id };
  return sections
    .map(
      ({ title, eyebrow = '', blocks }) =>
        paragraph(`${runs(eyebrow, filling)}<w:r><w:br/></w:r>${runs(title, filling)}`, { style: 'Heading1' }) +
        blocks.map((block) => blockXml(block, filling)).join(''),
    )
    .join('');
}

function runs(text: string, { look, nextId }: Filling): string {
  const id = nextId();
  return look.wrapped ? control(`goog_rdk_${id}`, run(text), `<w:id w:val="${id}"/>`) : run(text);
}

function blockXml(block: Block, filling: Filling): string {
  const { look } = filling;
  switch (block.kind) {
    case 'heading':
      return paragraph(runs(block.text, filling), { style: 'Heading2' });
    case 'help':
    case 'said':
    case 'remark':
      return paragraph(runs(block.text, filling));
    case 'room': {
      const head = look.codes ? `${block.place.code} · ${block.label}` : block.label;
      return table([paragraph(runs(head, filling))], [writtenAt(block.place, filling, false)]);
    }
    case 'table': {
      const rows = block.rows.map((row) =>
        row.map((pieces, at) =>
          at === 0 && !look.codes && isCode(pieces, block)
            ? '<w:p/>'
            : pieces.map((one) => pieceXml(one, filling)).join(''),
        ),
      );
      const heads = block.heads.map((head) => paragraph(runs(head, filling)));
      return `${table(heads, ...rows)}<w:p/>`;
    }
    case 'list':
    case 'facts':
    case 'faults':
    case 'signature':
      // No form to fill in has these.
      return '';
  }
}

function pieceXml({ place, text }: Piece, filling: Filling): string {
  if (!place) return paragraph(text === '' ? '<w:r/>' : runs(text, filling));
  return paragraph(writtenAt(place, filling, true) + (text && runs(` ${text}`, filling)));
}

/** What is typed at a place, or what it shows where nothing is; `inline` within a paragraph. */
function writtenAt(place: AnswerPlace, filling: Filling, inline: boolean): string {
  const text = filling.typed[place.tag];
  if (place.control.kind === 'tick') {
    const box = `<w14:checkbox><w14:checked w14:val="${text === undefined ? 0 : 1}"/></w14:checkbox>`;
    return anchored(place, runs(text === undefined ? '☐' : '☒', filling), box, { ...filling, inline });
  }
  const shown = text ?? PLACEHOLDER;
  const content = inline
    ? runs(shown, filling)
    : shown
        .split('\n\n')
        .map((part) => paragraph(runs(part, filling)))
        .join('');
  return anchored(place, content, text === undefined ? '<w:showingPlcHdr/>' : '', { ...filling, inline });
}

function anchored(
  place: AnswerPlace,
  content: string,
  properties: string,
  { look, nextId, inline }: Filling & { inline: boolean },
): string {
  const inner = look.tags ? control(place.tag, content, properties) : content;
  if (!look.bookmarks) return inner;
  const id = nextId();
  const begin = `<w:bookmarkStart w:id="${id}" w:name="${place.bookmark}"/>`;
  const end = `<w:bookmarkEnd w:id="${id}"/>`;
  if (inline || look.tags) return `${begin}${inner}${end}`;
  // A bookmark around paragraphs is kept within them.
  return inner.replace('</w:pPr>', `</w:pPr>${begin}`).replace(/<\/w:p>$/, `${end}</w:p>`);
}

const isCode = (pieces: readonly Piece[], block: Block) =>
  placesIn([block]).some(({ code }) => pieces[0]?.text === code);

/** Something that can be typed at a place, and what the form stores of it. */
export function typedAt({ control: asked, code, label, path }: PlacedAt): {
  typed: string;
  stored: string | boolean | string[];
} {
  const same = (typed: string) => ({ typed, stored: typed });
  switch (asked.kind) {
    case 'line':
      if (path[0] === 'email') return same('office@example.org');
      return same(`A “line” for ${code} ${label}`);
    case 'text':
      return same(`A text for ${code} ${label}.\n\nIts second paragraph.`);
    case 'date':
      return { typed: '3 November 2019', stored: '2019-11-03' };
    case 'number':
      return same('1200');
    case 'link':
      return same(`https://example.org/${encodeURIComponent(code)}`);
    case 'links':
      return same('https://example.org/one\nhttps://example.org/two');
    case 'tick':
      return { typed: 'x', stored: true };
    case 'one':
      return { typed: asked.options[1]?.label ?? '', stored: asked.options[1]?.value ?? '' };
    case 'several':
      return {
        typed: asked.options
          .slice(0, 2)
          .map((option) => option.code)
          .join(', '),
        stored: asked.options.slice(0, 2).map(({ value }) => value),
      };
  }
}
