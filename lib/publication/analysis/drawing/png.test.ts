import sharp from 'sharp';
import { expect, it } from 'vitest';
import { pngOf } from './png';
import { standalone } from './standalone';

const drawing = (words: string) =>
  standalone(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><text x="10" y="50">${words}</text></svg>`,
    {
      title: 'A title',
      notes: ['A note'],
    },
  );

it('is an image twice as large as the drawing, with its words, and the same bytes each time', async () => {
  const png = await pngOf(drawing('Agreements'));
  const { format, width, height } = await sharp(png).metadata();
  const size = /width="(\d+)" height="(\d+)"/
    .exec(drawing(''))
    ?.slice(1)
    .map((side) => Number(side) * 2);
  expect([format, width, height]).toEqual(['png', ...(size ?? [])]);
  expect(Buffer.from(await pngOf(drawing('Agreements'))).equals(png)).toBe(true);
  // Words of every script that its fonts have are drawn: each makes another image than none.
  const empty = await pngOf(drawing(''));
  for (const words of ['Agreements', 'Łódź', 'Форум', 'Ελλάς'])
    expect([words, Buffer.from(await pngOf(drawing(words))).equals(empty)]).toEqual([words, false]);
});
