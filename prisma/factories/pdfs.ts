import { deflateSync } from 'node:zlib';

/** Objects of a PDF as they are written, from number 1; the first is its catalogue. */
type Objects = string[];

/** A PDF with these objects unpacked, and a table of their positions. */
export function makePdfOf(objects: Objects, trailer = ''): Buffer {
  return assemble(
    objects.map((body, at) => Buffer.from(`${at + 1} 0 obj\n${body}\nendobj\n`, 'latin1')),
    trailer,
  );
}

type Packing = {
  filters?: string;
  pack?: (data: Buffer) => Buffer;
  /** Written in the place of `/N` and `/First`. */ keys?: (count: number, first: number) => string;
};

/** A PDF that keeps these objects packed in a list, as word processors write it. */
export function makePackedPdf(
  objects: Objects,
  {
    filters = '/FlateDecode',
    pack = deflateSync,
    keys = (count, first) => `/N ${count} /First ${first}`,
  }: Packing = {},
): Buffer {
  let at = 0;
  const head = objects.map((body, index) => {
    const place = `${index + 1} ${at}`;
    at += body.length + 1;
    return place;
  });
  const first = head.join(' ').length + 1;
  const data = pack(Buffer.from(`${head.join(' ')}\n${objects.join('\n')}\n`, 'latin1'));
  const number = objects.length + 1;
  const dictionary = `${number} 0 obj\n<< /Type /ObjStm ${keys(objects.length, first)} /Filter ${filters} /Length ${data.length} >>\nstream\n`;
  return assemble([
    Buffer.concat([Buffer.from(dictionary, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')]),
  ]);
}

function assemble(bodies: Buffer[], trailer = ''): Buffer {
  const header = Buffer.from('%PDF-1.7\n', 'latin1');
  let at = header.length;
  const places = bodies.map((body) => {
    const place = at;
    at += body.length;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([header, ...bodies, Buffer.from(end, 'latin1')]);
}
