import { widthOf } from './canvas';
import { LIGHT, withOwnColours } from './palette';

const FONTS = "'Source Sans 3','Source Sans Pro','Helvetica Neue',Arial,sans-serif";
const MARGIN = 24;
const TITLE = { size: 20, line: 26 };
const NOTE = { size: 12, line: 17 };

/**
 * A drawing as a file of its own: the picture contains its title and source, its own colours and margins, and loads
 * nothing.
 */
export function standalone(svg: string, { title, notes }: { title: string; notes: readonly string[] }): string {
  const [width, height] = [sizeOf(svg, 'width'), sizeOf(svg, 'height')];
  const titles = lines(title, width, TITLE.size);
  const below = notes.flatMap((note) => lines(note, width, NOTE.size));
  const head = titles.length * TITLE.line + 14;
  const [fullWidth, fullHeight] = [width + 2 * MARGIN, height + head + below.length * NOTE.line + 16 + 2 * MARGIN];
  const text = (line: string, y: number, size: number, look: string) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" text-anchor="start" ${look}>${escaped(line)}</text>`;
  const foot = MARGIN + head + height + 16;
  const inner = withOwnColours(svg).replace(/^<svg /, `<svg x="${MARGIN}" y="${MARGIN + head}" `);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${fullWidth}" height="${fullHeight}" viewBox="0 0 ${fullWidth} ${fullHeight}" font-family="${FONTS}" role="img" direction="ltr" ${labelsOf(svg)}>`,
    ...partsOf(inner).spoken,
    `<rect width="${fullWidth}" height="${fullHeight}" fill="${LIGHT['--color-paper']}"/>`,
    ...titles.map((line, at) =>
      text(line, MARGIN + TITLE.size + at * TITLE.line, TITLE.size, `font-weight="600" fill="${LIGHT['--color-ink']}"`),
    ),
    partsOf(inner).drawn,
    ...below.map((line, at) =>
      text(line, foot + NOTE.size + at * NOTE.line, NOTE.size, `fill="${LIGHT['--color-muted']}"`),
    ),
    '</svg>\n',
  ].join('\n');
}

/** The drawing's name and description belong to the root of the file, for readers who open the file alone. */
function partsOf(svg: string): { spoken: string[]; drawn: string } {
  const spoken = /<title\b.*?<\/title><desc\b.*?<\/desc>/s.exec(svg)?.[0] ?? '';
  return {
    spoken: [spoken],
    drawn: svg.replace(spoken, '').replace(/ role="img"| aria-labelledby="[^"]*"| aria-describedby="[^"]*"/g, ''),
  };
}

/** Which of the parts names the drawing, and which describes it. */
const labelsOf = (svg: string): string =>
  [/aria-labelledby="[^"]*"/, /aria-describedby="[^"]*"/].map((label) => label.exec(svg)?.[0] ?? '').join(' ');

function sizeOf(svg: string, name: 'width' | 'height'): number {
  return Number(new RegExp(`^<svg [^>]*\\b${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
}

function lines(text: string, width: number, size: number): string[] {
  const made: string[] = [];
  for (const word of text.split(' ')) {
    const longer = made.length > 0 ? `${made.at(-1)} ${word}` : word;
    if (made.length > 0 && widthOf(longer, size) <= width) made[made.length - 1] = longer;
    else made.push(word);
  }
  return made;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
