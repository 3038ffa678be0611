import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Small real files for tests, and some that only pretend to be real. */
export type ZipPart = {
  name: string;
  content?: string | Buffer;
  stored?: boolean;
  /** What the archive states about it, if that is false. */ claims?: Partial<Claims>;
};
type Claims = {
  uncompressed: number;
  offset: number;
  encrypted: boolean;
  /** Before the part itself. */ name: string;
  crc: number;
};

/**
 * A ZIP archive of these parts, with false entries in its table of contents if the test wants them. `level` is how hard
 * it is packed, from 1 to 9.
 */
export function makeZip(parts: ZipPart[], level = 1): Buffer {
  const [bodies, table]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content = '', stored = false, claims = {} } of parts) {
    const raw = Buffer.from(content);
    const packed = stored ? raw : deflateRawSync(raw, { level });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(claims.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt16LE(33, 8);
    common.writeUInt32LE(claims.crc ?? crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims.uncompressed ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(20);
    entry.writeUInt16LE(20, 0);
    entry.writeUInt32LE(claims.offset ?? at, 16);
    // Of the same length; otherwise the parts would not begin where the table says.
    const local = Buffer.from((claims.name ?? name).padEnd(Buffer.byteLength(name)));
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, local, packed);
    table.push(Buffer.from('PK\x01\x02', 'latin1'), entry.subarray(0, 2), common, entry.subarray(6), Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const WORD_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export const wordParts: ZipPart[] = [
  { name: '[Content_Types].xml', content: WORD_TYPES },
  { name: '_rels/.rels', content: '<Relationships/>' },
  { name: 'word/document.xml', content: '<w:document/>' },
];

export const odtParts: ZipPart[] = [
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
  { name: 'content.xml', content: '<office:document-content/>' },
  { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
];

export const makePdf = (words = 'A letter') =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** One white pixel. */
export function makePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pixel = deflateSync(Buffer.from([0, 255, 255, 255]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixel),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One white pixel as well. */
const JPEG =
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC' +
  '8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAABAAEDASIAAhEBAxEB/8QAFQAB' +
  'AQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAA' +
  'D/2gAMAwEAAhEDEQA/AKAAD//Z';
export const makeJpeg = () => Buffer.from(JPEG, 'base64');
export const makeWebp = () =>
  Buffer.from(
    'RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00',
    'latin1',
  );
export const makeGif = () =>
  Buffer.from(
    'GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
    'latin1',
  );
export const makeProgram = () =>
  Buffer.concat([
    Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04', 'latin1'),
    Buffer.alloc(200),
    Buffer.from('PE\0\0', 'latin1'),
  ]);
