import { crc32 } from 'node:zlib';

const field = (number: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number >>> 0);
  return bytes;
};

/**
 * RTF as Outlook packs it in a mail, all of it as single bytes but for repeated ones: a byte that stands three times or
 * more in a row refers to the one before. `size` and `checksum` say something else than is true.
 */
export function packRtf(rtf: string, { size, checksum }: { size?: number; checksum?: number } = {}): Buffer {
  const bytes = Buffer.from(rtf, 'latin1');
  const tokens: (number | [number, number])[] = [];
  // The dictionary with which each text begins has 207 bytes.
  const start = 207;
  for (let at = 0; at < bytes.length;) {
    let same = 0;
    while (same < 17 && at > 0 && bytes[at + same] === bytes[at - 1]) same += 1;
    if (same >= 3) tokens.push([(start + at - 1) % 4096, same]);
    else tokens.push(bytes[at] ?? 0);
    at += same >= 3 ? same : 1;
  }
  tokens.push([(start + bytes.length) % 4096, 2]);
  const content: number[] = [];
  for (let at = 0; at < tokens.length; at += 8) {
    const group = tokens.slice(at, at + 8);
    content.push(group.reduce<number>((flags, token, bit) => flags | (Array.isArray(token) ? 1 << bit : 0), 0));
    for (const token of group) {
      if (!Array.isArray(token)) content.push(token);
      else content.push(token[0] >> 4, ((token[0] & 15) << 4) | (token[1] - 2));
    }
  }
  const packed = Buffer.from(content);
  const head = [packed.length + 12, size ?? bytes.length, 0x75465a4c, checksum ?? ~crc32(packed, 0xffffffff)];
  return Buffer.concat([...head.map(field), packed]);
}
