import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_PIXELS } from '@/lib/contributions/files/constants';
import { makeJpeg } from '@/prisma/factories/files';
import { examineFile } from './examine';

const examined = async (name: string, bytes: Buffer) => {
  const result = await examineFile({ name, bytes });
  if (!result.ok) throw new Error(result.reason);
  return result;
};

/** Forty points wide and twenty high: red on the left, blue on the right. */
const halves = () => {
  const row = Buffer.concat([Buffer.alloc(60, Buffer.from([255, 0, 0])), Buffer.alloc(60, Buffer.from([0, 0, 255]))]);
  return sharp(Buffer.concat(Array.from({ length: 20 }, () => row)), { raw: { width: 40, height: 20, channels: 3 } });
};
/** What a telephone notes in its photos. */
const NOTED = {
  IFD0: { Make: 'Telephone-of-mine', Artist: 'Author-of-mine' },
  IFD3: { GPSLatitude: '50/1 50/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '4/1 20/1 0/1' },
};
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/><!-- Place-of-mine --></x:xmpmeta>';
const noted = (image: Sharp) => image.withMetadata({ orientation: 6 }).withExifMerge(NOTED).withXmp(XMP);

async function colourAt(bytes: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}
const near = (colour: number[]) => colour.map((value) => expect.closeTo(value, -1.3) as number);

describe('an image is kept without what its camera noted', () => {
  it.each([
    ['photo.jpg', () => noted(halves()).jpeg({ quality: 95 })],
    ['photo.png', () => noted(halves()).png()],
    ['photo.webp', () => noted(halves()).webp({ quality: 95 })],
    ['drawing.webp', () => noted(halves()).webp({ lossless: true })],
  ])(
    '%s: no place, device or author is left in it, and it has the orientation in which it was shown',
    async (name, make) => {
      const sent = await make().toBuffer();
      expect(await sharp(sent).metadata()).toMatchObject({
        exif: expect.any(Buffer) as Buffer,
        xmp: expect.any(Buffer) as Buffer,
        orientation: 6,
      });
      for (const words of ['Telephone-of-mine', 'Author-of-mine']) expect(sent.includes(words)).toBe(true);
      const { bytes, findings } = await examined(name, sent);
      for (const words of ['Telephone-of-mine', 'Author-of-mine', 'Place-of-mine', 'Exif'])
        expect(bytes.includes(words)).toBe(false);
      const { width, height, exif, xmp, orientation } = await sharp(bytes).metadata();
      expect({ width, height, exif, xmp, orientation }).toEqual({ width: 20, height: 40 });
      // Turned to the right: what was left is above.
      expect([await colourAt(bytes, 10, 5), await colourAt(bytes, 10, 35)]).toEqual([
        near([255, 0, 0]),
        near([0, 0, 255]),
      ]);
      expect(findings).toEqual([]);
    },
  );

  it('its colours and their profile stay', async () => {
    const sent = await halves().withIccProfile('p3').png().toBuffer();
    const { bytes } = await examined('photo.png', sent);
    expect([(await sharp(bytes).metadata()).icc?.length, await colourAt(bytes, 5, 5)]).toEqual([
      (await sharp(sent).metadata()).icc?.length,
      await colourAt(sent, 5, 5),
    ]);
  });

  it('a moving image stays moving', async () => {
    const pictures = [Buffer.alloc(300, 255), Buffer.alloc(300, 0)].map((raw) => ({ raw }));
    const frames = await sharp(Buffer.concat(pictures.map(({ raw }) => raw)), {
      raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
    })
      .gif({ delay: [100, 200] })
      .toBuffer();
    expect((await sharp(frames, { pages: -1 }).metadata()).pages).toBe(2);
    const { bytes } = await examined('moving.gif', frames);
    expect(await sharp(bytes, { pages: -1 }).metadata()).toMatchObject({ pages: 2, delay: [100, 200] });
  });

  it('what hangs behind its end goes, and the same image is the same file again', async () => {
    const hung = Buffer.concat([makeJpeg(), Buffer.from('<script>behind the end</script>')]);
    const { bytes } = await examined('photo.jpg', hung);
    expect(bytes.includes('behind the end')).toBe(false);
    expect((await examined('photo.jpg', hung)).bytes.equals(bytes)).toBe(true);
  });
});

describe('an image is refused', () => {
  it('with 60,000 by 60,000 points, of which none is drawn', async () => {
    expect(await examineFile({ name: 'map.png', bytes: png(60_000, 60_000) })).toEqual({
      ok: false,
      reason: 'image_too_large',
    });
    const { width } = { width: Math.ceil(MAX_PIXELS / 1_000) + 1 };
    expect(await examineFile({ name: 'map.png', bytes: png(width, 1_000) })).toEqual({
      ok: false,
      reason: 'image_too_large',
    });
  });

  it('where it can’t be drawn', async () => {
    expect(await examineFile({ name: 'map.png', bytes: png(100, 100) })).toEqual({
      ok: false,
      reason: 'file_not_what_it_says',
    });
  });
});

/** A PNG that says it is so large, and holds a handful of points. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const [body, length, sum] = [Buffer.concat([Buffer.from(type), data]), Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
